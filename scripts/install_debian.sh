#!/bin/sh
# Install a package of Debian's for some tests. Run: install_debian.sh PACKAGES TESTS REMEDY, where TESTS need the first
# of PACKAGES that there is, and REMEDY says what a person can do on a machine without apt-get.
set -eu
packages="$1" tests="$2" remedy="$3"

if ! command -v apt-get >/dev/null 2>&1; then
    echo "$tests need one of $packages, and this machine has no apt-get to install it with. $remedy" >&2
    exit 1
fi
as_root=""
[ "$(id -u)" -eq 0 ] || as_root="sudo"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
for package in $packages; do
    if apt-cache show "$package" >/dev/null 2>&1; then break; fi
done
echo "Installing Debian's $package: $tests need it"
$as_root apt-get install -y -q --no-install-recommends "$package"
