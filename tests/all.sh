#!/bin/sh
# Runs every test of the project and closes with the line "N passed, N failed".
# Needs Rust, a C compiler and Node; what needs more is skipped with a reason.
set -u
cd "$(dirname "$0")/.." || exit 1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

step() {
  echo "== $*"
  "$@" >"$log" 2>&1
  code=$?
  cat "$log"
  passed=$((passed + $(sum 's/^test result:.* \([0-9][0-9]*\) passed.*/\1/p') + $(sum 's/^# pass \([0-9][0-9]*\)$/\1/p')))
  failed_now=$(($(sum 's/^test result:.* \([0-9][0-9]*\) failed.*/\1/p') + $(sum 's/^# fail \([0-9][0-9]*\)$/\1/p')))
  failed=$((failed + failed_now))
  # A step that fails without naming a test (it does not compile, say) counts as one failure.
  if [ "$code" -ne 0 ] && [ "$failed_now" -eq 0 ]; then
    failed=$((failed + 1))
  fi
}

sum() {
  sed -n "$1" "$log" | awk '{ n += $1 } END { print n + 0 }'
}

passed=0
failed=0
step cargo fmt --all --check
if cargo clippy --version >/dev/null 2>&1; then
  step cargo clippy --workspace --all-targets -- -D warnings
else
  echo "== clippy skipped: not installed"
fi
step cargo test --workspace --no-fail-fast
step node --test --test-reporter=tap runtime/test/
step cargo build --release -p goes-cli
if command -v python3 >/dev/null; then
  step python3 tests/conformance/support.py --check
fi
if command -v python3 >/dev/null && command -v go >/dev/null && [ -d ../shared/conformance ]; then
  step python3 tests/conformance/ledger.py --sample
else
  echo "== conformance skipped: needs Go, Python 3 and the conformance runners beside the project"
fi
if command -v cargo-fuzz >/dev/null && rustup toolchain list 2>/dev/null | grep -q '^nightly'; then
  step sh compiler/fuzz/run.sh 60
else
  echo "== fuzzing skipped: needs cargo-fuzz and a nightly toolchain"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
