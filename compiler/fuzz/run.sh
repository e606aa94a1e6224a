#!/bin/sh
# Runs each fuzz target for so many seconds, from the programs under tests/: run.sh [seconds] [target…]
# What is found is left in artifacts/.
set -eu
cd "$(dirname "$0")"
seconds=${1:-60}
[ $# -eq 0 ] || shift
sh seed.sh
for target in ${*:-lexer parser checker}; do
  # Nothing is unsafe in the compiler, and an address sanitizer would clear the shadow of the deep stack
  # that each run starts with.
  cargo +nightly fuzz run --fuzz-dir . --sanitizer none "$target" -- \
    -max_total_time="$seconds" -rss_limit_mb=3000 -timeout=10 -max_len=8192 -print_final_stats=1
done
