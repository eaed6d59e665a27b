#!/bin/sh
# Writes down the packages that ours bring along, as installed: what was tried is what everybody gets.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n 's/==.*//p' requirements.txt requirements-dev.txt | tr '_' '-' | tr '[:upper:]' '[:lower:]' >"$work/named"
.venv/bin/python -m pip freeze >"$work/installed"
{
    echo "# What the packages of requirements.txt and requirements-dev.txt bring along; written by: make pins"
    awk -F'==' -v named="$work/named" '
        BEGIN { while ((getline line < named) > 0) ours[line] = 1 }
        { name = tolower($1); gsub("_", "-", name); if (!(name in ours)) print }' "$work/installed"
} >"$work/constraints"
mv "$work/constraints" constraints.txt
