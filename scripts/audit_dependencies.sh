#!/bin/sh
# Looks for known vulnerabilities in the packages installed. Where the advisory service does not answer, or does not know
# a package, it says so and goes on: a check of the data must run without a network.
set -eu
report=$(mktemp)
trap 'rm -f "$report"' EXIT
if .venv/bin/python -m pip_audit --local --progress-spinner off --timeout 15 >"$report" 2>&1; then
    unknown=$(grep -c "could not be audited" "$report" || true)
    echo "dependencies: no known vulnerability; $unknown packages the advisory service does not know"
elif grep -q "known vulnerabilit" "$report"; then
    cat "$report"
    exit 1
else
    echo "dependencies: not audited, the advisory service did not answer ($(tail -n 1 "$report"))"
fi
