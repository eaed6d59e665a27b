#!/bin/sh
# Make Chromium available for the browser tests; does nothing where one is present.
set -eu

if [ -n "${CORDON_CHROMIUM:-}" ]; then
    [ -x "$CORDON_CHROMIUM" ] || { echo "CORDON_CHROMIUM names $CORDON_CHROMIUM, which cannot be run." >&2; exit 1; }
    exit 0
fi
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Browser tests need Chromium, and this machine has no apt-get to install it with." >&2
    echo "Install Chromium or Chrome by hand, or name one in CORDON_CHROMIUM." >&2
    exit 1
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
echo "Installing Debian's chromium for the browser tests"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
$as_root apt-get install -y -q --no-install-recommends chromium
