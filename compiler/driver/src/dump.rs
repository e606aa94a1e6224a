//! What `--emit` shows of the phases between source and JavaScript.
