set -eu
trap 'rm -f page.mjs' EXIT
"$GOES" build -o page.mjs .
node check.mjs
