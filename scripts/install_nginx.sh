#!/bin/sh
# Make nginx available for the tests of docs/hosting/nginx.conf; where it cannot be had they are left out.
set -eu

if command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ]; then exit 0; fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "No nginx here, and no right to install it: the tests behind a proxy are left out." >&2
    exit 0
fi
echo "Installing Debian's nginx for the tests behind a proxy"
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
# The package would start a server on port 80; the tests start their own.
printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
apt-get install -y -q --no-install-recommends nginx-light
rm -f /usr/sbin/policy-rc.d
