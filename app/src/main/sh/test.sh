#!/usr/bin/env bash
# Runs every test of the project and ends with one line of totals. Called by ./rollbook test. With --json
# that line is a document, and the only one on standard output.
set -uo pipefail

root="$1"
cd "$root"
shift
json=no
for word in "$@"; do
  if [ "$word" = --json ]; then json=yes; fi
done
exec 3>&1
if [ "$json" = yes ]; then exec 1>&2; fi
. .mvn/jdk.sh
rollbook_find_jdk || exit 1

# Pages are tested in a real browser. Who has none gets Debian's, where that is allowed: the one
# without windows, which tests ask for first since it is the quickest. Who has one keeps to it.
browser() {
  local name
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then return 0; fi
  done
  return 1
}
install_browser() {
  command -v apt-get >/dev/null || return 1
  local as=()
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as=(sudo -n)
  fi
  echo "rollbook: installing Chromium for the browser tests …" >&2
  install_with_font() {
    # A text needs letters to be seen: the font comes along.
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y --no-install-recommends "$1" fonts-dejavu-core >/dev/null 2>&1
  }
  # Not every distribution has the one without windows.
  install_with_font chromium-headless-shell ||
    { "${as[@]}" apt-get update >/dev/null 2>&1; install_with_font chromium-headless-shell; } ||
    install_with_font chromium
  browser
}
if ! browser && ! install_browser; then
  echo "rollbook: there is no Chromium, so the browser tests are skipped. 'apt-get install chromium" >&2
  echo "          fonts-dejavu-core' as root, or any Chromium or Chrome in the path, brings them." >&2
fi

rm -f ./*/target/surefire-reports/TEST-*.xml
mkdir -p target
log="target/test.log"
temporary="$(mktemp -d "${TMPDIR:-/tmp}/rollbook-test-XXXXXX")"
trap 'rm -rf "$temporary"' EXIT

# Two modules are built at a time, where one does not need the other; then all are tested together.
./mvnw --fail-at-end -T 2 -Ptogether -Dtest.temporary="$temporary" verify </dev/null 2>&1 3>&- | tee "$log" |
  grep --line-buffered -E '^\[INFO\] (Building Rollbook|Tests run:)|^\[ERROR\]|BUILD|Reactor Summary|SUCCESS|FAILURE' |
  sed -u -e 's/^\[INFO\] //' -e 's/ -- in / in /'
status=${PIPESTATUS[0]}

# The first line of each report has the totals of one class.
totals=$(cat ./*/target/surefire-reports/TEST-*.xml 2>/dev/null | grep -oE '<testsuite [^>]*>' |
  awk '{
    for (i = 1; i <= NF; i++) {
      if ($i ~ /^(tests|failures|errors|skipped)="[0-9]+"/) {
        split($i, pair, "\""); name = substr(pair[1], 1, length(pair[1]) - 1); sum[name] += pair[2]
      }
    }
  } END {
    failed = sum["failures"] + sum["errors"]
    print sum["tests"] - failed - sum["skipped"], failed, sum["skipped"] + 0
  }')
read -r passed failed skipped <<<"${totals:-0 0 0}"
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then
  echo "The build broke before or beside the tests; $root/$log has all of it." >&2
  failed=1
fi
line="$passed passed, $failed failed"
if [ "$skipped" != 0 ]; then line="$line, $skipped skipped"; fi
if [ "$json" = yes ]; then line="{\"passed\":$passed,\"failed\":$failed,\"skipped\":$skipped}"; fi
echo "$line" >&3
[ "$failed" = 0 ]
