#!/usr/bin/env bash
# Kills retention, imports, backups and copies at random moments under load, and sets the clock forth and back: everything acknowledged must be there and the file whole. Takes minutes, loopback only.
# MOTICS_FAULT_ROUNDS (50 of each kind), MOTICS_FAULT_MINUTES (60 at most); names of kinds as arguments: retention import backup copy clock.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release -v q tests/Motics.Support.Faults/Motics.Support.Faults.csproj
exec tests/Motics.Support.Faults/bin/Release/net10.0/Motics.Support.Faults "$@"
