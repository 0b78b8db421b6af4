#!/bin/sh
# Tries out the package on a Debian that has nothing but itself: no Python, no desktop, no library of ours.
#
#   sh packaging/clean_debian.sh PACKAGE.deb [SUITE] [ARGS of smoke.py...]
#
# Rules: the Debian is made anew by debootstrap in a folder that is removed at the end. apt installs the package in
#   it, so its list of needs is proved; recommended packages are not installed. The program then runs inside by
#   chroot, with /proc, /dev and the sockets of a virtual desktop, and is driven from outside. Needs root's rights.
# Failure: exit status 1, or 2 where debootstrap or the rights are missing.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
package=$1 && shift
suite=bookworm
case ${1-} in '' | -*) ;; *) suite=$1 && shift ;; esac
python=${SAYSO_PYTHON:-python3}

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null; then
    echo "This needs root's rights and debootstrap." >&2
    exit 2
fi

root=${SAYSO_CLEAN_ROOT:-$(mktemp -d)}
# A mount that was left behind must not be followed when the folder is removed.
trap '[ -n "${SAYSO_CLEAN_ROOT-}" ] || rm -rf --one-file-system "$root"' EXIT

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$root" >/dev/null
before=$(inside dpkg-query --show | wc -l)
! inside sh -c 'command -v python3' || echo "(there is a Python in it)"
cp "$package" "$root/tmp/sayso.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || :
inside apt-get -qq update
inside apt-get -qq install -y --no-install-recommends /tmp/sayso.deb >/dev/null
rm "$root/tmp/sayso.deb"
echo "Debian $(cat "$root/etc/debian_version"): $before packages, $(inside dpkg-query --show | wc -l) with Sayso"
inside sh -c 'command -v python3' && echo "which brought a Python along" >&2 && exit 1
"$python" "$here/smoke.py" --root "$root" "$@" /usr/bin/sayso
