#!/bin/sh
# Fills the corpora with the programs under tests/.
cd "$(dirname "$0")" || exit 1
for target in lexer parser checker; do
  mkdir -p "corpus/$target"
  find ../../tests/run ../../tests/errors ../../tests/hostile -name '*.go' -size -64k | while read -r file; do
    cp "$file" "corpus/$target/$(echo "$file" | sed 's|^../../tests/||; s|/|-|g')"
  done
done
