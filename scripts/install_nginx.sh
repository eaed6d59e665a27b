#!/bin/sh
# Make nginx available for the tests of docs/hosting/nginx.conf; where it cannot be had they are left out.
set -eu

if command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ]; then exit 0; fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "No nginx here, and no right to install it: the tests behind a proxy are left out." >&2
    exit 0
fi
# The package would start a server on port 80; the tests start their own. A policy that is there already stays.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' > "$policy" && chmod +x "$policy"
fi
sh "$(dirname "$0")/install_debian.sh" nginx-light "Tests behind a proxy" "Install nginx by hand, or do without them."
