# What the tests of shell scripts share: a folder of their own, and `expect`. Sourced.
root=$(dirname "$(dirname "$(dirname "$(readlink -f "$0")")")")
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

failures=0
expect() { # WHAT EXPECTED ACTUAL
  [ "$2" = "$3" ] && return
  failures=$((failures + 1))
  printf 'FAILED: %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
}

program() { # PATH: an executable script from standard input
  { echo '#!/bin/sh'; cat; } >"$1"
  chmod +x "$1"
}
