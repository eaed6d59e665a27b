#!/bin/sh
# Fetch axe-core, which the accessibility tests run in every page, into build/; does nothing where it is there.
set -eu

version=4.14.1
folder="$(dirname "$0")/../build/axe"
if [ -f "$folder/axe-core-$version/axe.min.js" ]; then exit 0; fi

if ! command -v npm >/dev/null 2>&1; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Accessibility tests need axe-core $version from npm, and this machine has neither npm nor apt-get." >&2
        echo "Install npm by hand, or put the package's axe.min.js into build/axe/axe-core-$version/." >&2
        exit 1
    fi
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo"
    echo "Installing Debian's npm to fetch axe-core for the accessibility tests"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -q
    $as_root apt-get install -y -q --no-install-recommends npm
fi
echo "Fetching axe-core $version for the accessibility tests"
mkdir -p "$folder"
cd "$folder"
npm pack --silent "axe-core@$version" >/dev/null
tar -xzf "axe-core-$version.tgz" package/axe.min.js package/LICENSE
rm -rf "axe-core-$version" "axe-core-$version.tgz"
mv package "axe-core-$version"
