#!/bin/sh
# Writes down the packages that ours bring along, as installed: what was tried is what everybody gets.
set -eu
named=$(mktemp)
sed -n 's/==.*//p' requirements.txt requirements-dev.txt | tr '_' '-' | tr '[:upper:]' '[:lower:]' >"$named"
{
    echo "# What the packages of requirements.txt and requirements-dev.txt bring along; written by: make pins"
    .venv/bin/python -m pip freeze | awk -F'==' -v named="$named" '
        BEGIN { while ((getline line < named) > 0) ours[line] = 1 }
        { name = tolower($1); gsub("_", "-", name); if (!(name in ours)) print }'
} >constraints.txt
