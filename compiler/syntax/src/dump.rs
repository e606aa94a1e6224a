//! Stable text forms of tokens and trees: `goes build --emit=tokens` and `--emit=ast`.
