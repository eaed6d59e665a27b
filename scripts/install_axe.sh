#!/bin/sh
# Fetch axe-core, which the accessibility tests run in every page, into build/; does nothing where it is there.
set -eu

version=4.14.1
folder="$(dirname "$0")/../build/axe"
if [ -f "$folder/axe-core-$version/axe.min.js" ]; then exit 0; fi

if ! command -v npm >/dev/null 2>&1; then
    sh "$(dirname "$0")/install_debian.sh" npm "Accessibility tests" \
        "Install npm by hand, or put axe-core's axe.min.js into build/axe/axe-core-$version/."
fi
echo "Fetching axe-core $version for the accessibility tests"
mkdir -p "$folder"
cd "$folder"
npm pack --silent "axe-core@$version" >/dev/null
tar -xzf "axe-core-$version.tgz" package/axe.min.js package/LICENSE
rm -rf "axe-core-$version" "axe-core-$version.tgz"
mv package "axe-core-$version"
