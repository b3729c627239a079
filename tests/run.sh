#!/usr/bin/env bash
# Builds everything, runs every test there is and sums up. Needs the .NET SDK; installs Chromium when it is missing and we are root.
set -uo pipefail
cd "$(dirname "$0")/.."

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -z "$chromium" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null || exit 1
  else
    echo "The browser tests need Chromium. Install it first, for example: sudo apt-get install chromium" >&2
    exit 1
  fi
fi

dotnet restore Motics.Support.sln || exit 1
dotnet format whitespace Motics.Support.sln --verify-no-changes --no-restore || { echo "Formatting differs: run 'dotnet format whitespace Motics.Support.sln'." >&2; exit 1; }
dotnet build Motics.Support.sln --no-restore || exit 1

passed=0 failed=0 skipped=0 status=0
for project in tests/*.Tests/*.csproj; do
  log=$(mktemp)
  dotnet test --project "$project" --no-build 2>&1 | tee "$log" || status=1
  count() { sed -nE "s/^ *$1: *([0-9]+).*/\1/p" "$log" | tail -n 1; }
  p=$(count succeeded) f=$(count failed) s=$(count skipped)
  [ -n "$p" ] || status=1
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
  rm -f "$log"
done
[ "$failed" = 0 ] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit $status
