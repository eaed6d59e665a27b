#!/bin/sh
# Make Chromium available for the browser tests; does nothing where one is present.
set -eu

if [ -n "${CORDON_CHROMIUM:-}" ]; then
    [ -x "$CORDON_CHROMIUM" ] || { echo "CORDON_CHROMIUM names $CORDON_CHROMIUM, which cannot be run." >&2; exit 1; }
    exit 0
fi
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
sh "$(dirname "$0")/install_debian.sh" "chromium-headless-shell chromium" "Browser tests" \
    "Install Chromium or Chrome by hand, or name one in CORDON_CHROMIUM."
