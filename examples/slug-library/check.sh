set -eu
rm -rf dist
trap 'rm -rf dist' EXIT
"$GOES" build --lib . -o dist
test -f dist/package.json
test "$(node consumer.mjs)" = ok
