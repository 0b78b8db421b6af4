# shellcheck shell=sh
# What run.sh and test.sh share: a Python, a virtual environment with Sayso in it, and the system's libraries.
#
# Problem: from a bare machine to a working environment by one command, again and again, at any moment.
# Rules: POSIX sh. All talk goes to standard error. A set-up that was stopped half-way is never taken for
#   a finished one: the stamp says "unfinished" until the last step is done. Of two at once, one waits for
#   the other. A folder that is not ours is never emptied. Nothing is installed into the system unless the
#   caller is root or has sudo without a password; otherwise the exact command is printed.
# Failure: one sentence that names the remedy, and exit status 1.
#
# Read by `.`, with `root` set to the checkout. Asks for SAYSO_VENV (where the environment is to be) and
# SAYSO_PYTHON (which Python to make it from).

say() { printf 'sayso: %s\n' "$*" >&2; }
die() {
    say "$@"
    exit 1
}

# --- the system's libraries ---------------------------------------------------------------------

# may_install: whether system packages can be installed without asking anybody; sets `as_root`
may_install() {
    as_root=
    [ "$(id -u)" != 0 ] || return 0
    as_root='sudo -n'
    command -v sudo >/dev/null && sudo -n true 2>/dev/null
}

# apt_install PACKAGE...: with the lists as they are, and once more with fresh ones
apt_install() {
    say "installing system packages: $*"
    # shellcheck disable=SC2086  # as_root is two words or none
    set -- $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 \
        install -y --no-install-recommends "$@"
    "$@" >/dev/null 2>&1 || {
        # shellcheck disable=SC2086
        $as_root apt-get -qq update >&2 && "$@" >/dev/null
    }
}

# apt_command PACKAGE...: what a person would type
apt_command() { printf 'sudo apt-get install -y --no-install-recommends %s' "$*"; }

# is_present SIGN: whether what a package brings is there. A sign is a library's name (libEGL.so.1), a file
# pattern (/usr/lib/*/x.so) or a command. Packages change their names between releases, these do not.
is_present() {
    case $1 in
    /*)
        # shellcheck disable=SC2086,SC2116  # a pattern, meant to be expanded
        for found in $(echo $1); do [ ! -e "$found" ] || return 0; done
        return 1
        ;;
    lib*.so*) case $libraries in *"$1 ("*) ;; *) return 1 ;; esac ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

# lacking LIST [KIND]: sets `packages` and `signs` to those in LIST (of KIND only) that are not there
lacking() {
    packages='' signs=''
    libraries=$(PATH=$PATH:/usr/sbin:/sbin && ldconfig -p 2>/dev/null) || return 0 # no way to tell
    while read -r package sign kind; do
        case $package in '' | '#'*) continue ;; esac
        [ -z "${2-}" ] || [ "$kind" = "$2" ] || continue
        is_present "$sign" && continue
        packages=${packages:+$packages }$package
        signs=${signs:+$signs }$sign
    done <"$1"
}

# complete_system LIST [KIND]: installs what is lacking where that is possible, else says how.
# Fails when the system is known to lack something after that.
complete_system() {
    [ "$(uname -s)" = Linux ] || return 0
    lacking "$@"
    [ -n "$packages" ] || return 0
    if ! command -v apt-get >/dev/null; then
        # Not Debian: names of packages are unknown here, and so is where else libraries may be.
        say "not found: $signs. If Sayso does not start, install them with your system's package manager."
        return 0
    fi
    if may_install; then
        # shellcheck disable=SC2086  # a list of words
        apt_install $packages || say "the system packages could not be installed."
        lacking "$@"
        [ -n "$packages" ] || return 0
    fi
    say "system packages are missing. Install them with:
    $(apt_command "$packages")"
    return 1
}

# --- Python ---------------------------------------------------------------------------------------

suitable='
import struct, sys, sysconfig
good = (3, 11) <= sys.version_info[:2] <= (3, 14) and struct.calcsize("P") == 8
sys.exit(not good or bool(sysconfig.get_config_var("Py_GIL_DISABLED")))  # no wheels for free threading
'

# find_python: sets `python` to one that Sayso runs on, one that can make environments by preference
find_python() {
    python=
    for name in "${SAYSO_PYTHON:-}" python3.14 python3.13 python3.12 python3.11 python3 python; do
        [ -n "$name" ] || continue
        candidate=$(command -v "$name") || continue
        # A name can be there and stand for nothing, as the stubs of version managers do: so run it.
        "$candidate" -c "$suitable" >/dev/null 2>&1 || continue
        [ -n "$python" ] || python=$candidate
        if can_make_environments "$candidate"; then
            python=$candidate
            return 0
        fi
    done
    [ -n "$python" ] || die "no suitable Python found: install Python 3.11, 3.12, 3.13 or 3.14 (64 bit)," \
        "or name one in SAYSO_PYTHON."
}

can_make_environments() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# complete_python: Debian keeps part of the standard library in a package of its own
complete_python() {
    can_make_environments "$python" && return 0
    command -v apt-get >/dev/null ||
        die "$python lacks the modules venv and ensurepip: install them, or name another in SAYSO_PYTHON."
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    # shellcheck disable=SC2310  # its failure is dealt with by looking again
    if may_install && apt_install "$package" && can_make_environments "$python"; then return 0; fi
    die "$python cannot make virtual environments. Install what it lacks, then start again:
    $(apt_command "$package")"
}

# --- the virtual environment ----------------------------------------------------------------------

# prepare_environment EXTRAS FOLDER: sets `venv`, and has Sayso with these extras installed there;
# `just_set_up` is empty when there was nothing to do.
# Editable, so that the environment runs the sources of this checkout as they are now.
prepare_environment() {
    just_set_up=
    venv=${SAYSO_VENV:-$2}
    case $venv in /*) ;; *) venv=$PWD/$venv ;; esac
    stamp=$venv/sayso-stamp
    place="${root:?} in $venv"
    needs="$1 $(cat "$root/pyproject.toml" "$root/packaging/constraints.txt" "$root/packaging/no-deps.txt" | cksum)"
    is_ready && return 0
    find_python
    complete_python
    lock
    is_ready || install_into_environment "$1"
    exec 9<&- # or Sayso would hold the lock for as long as it runs
}

# is_ready: whether the stamp says that everything is as it should be
is_ready() {
    read_stamp && [ "$stamped_place" = "$place" ] && [ "$stamped_needs" = "$needs" ] && [ -x "$venv/bin/python" ]
}

read_stamp() {
    stamped_place='' stamped_needs=''
    [ -f "$stamp" ] && { read -r stamped_place && read -r stamped_needs; } <"$stamp"
}

# lock: waits until no other set-up of this checkout is going on. The lock hangs on the open file 9, which
# the system closes with this process: a lock that outlives its owner cannot be. Python does it because
# flock(1) is not everywhere; where a file system has no locks, there is none.
lock() {
    exec 9<"$root/packaging/setup.sh"
    "$python" -c 'import fcntl; fcntl.flock(0, fcntl.LOCK_EX | fcntl.LOCK_NB)' <&9 2>/dev/null && return 0
    say "waiting for another set-up to finish"
    "$python" -c 'import fcntl; fcntl.flock(0, fcntl.LOCK_EX)' <&9 2>/dev/null || :
}

# install_into_environment EXTRAS
install_into_environment() {
    clear_environment
    say "setting up in $venv (some hundred megabytes the first time, which takes a few minutes)"
    mkdir -p "$venv"
    echo unfinished >"$stamp"
    # No --clear: it would take the stamp away, and with it the sign that this was not finished.
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv "$venv" >&2 ||
        die "the virtual environment could not be made in $venv."
    quiet=
    [ -t 2 ] || quiet=--quiet
    pip_install --constraint "$root/packaging/constraints.txt" --editable "${root}[$1]"
    case ,$1, in
    *,test,*) pip_install --no-deps --only-binary=:all: --requirement "$root/packaging/no-deps.txt" ;;
    esac
    printf '%s\n%s\n' "$place" "$needs" >"$stamp"
    # shellcheck disable=SC2034  # run.sh asks for it
    just_set_up=yes
}

# pip_install ARGS...: into the environment, with these arguments
pip_install() {
    # shellcheck disable=SC2086  # one word or none
    "$venv/bin/python" -m pip install $quiet --disable-pip-version-check --prefer-binary "$@" >&2 ||
        die "Sayso's libraries could not be installed; the lines above say why. Start again once that is mended."
}

# clear_environment: removes what cannot be built upon, and only what is ours
clear_environment() {
    [ -e "$venv" ] || return 0
    if [ -f "$stamp" ]; then
        read_stamp || : # "unfinished" is one line
        [ "$stamped_place" != "$place" ] || ! "$venv/bin/python" -c "$suitable" >/dev/null 2>&1 || return 0
        say "making the unfinished, moved or outdated environment anew"
        rm -rf "$venv"
    elif [ -f "$venv/pyvenv.cfg" ]; then
        "$venv/bin/python" -c "$suitable" >/dev/null 2>&1 ||
            die "$venv is an environment of another Python. Remove it, or name another folder in SAYSO_VENV."
    elif [ -n "$(ls -A "$venv")" ]; then
        die "$venv is not a virtual environment. Name another folder in SAYSO_VENV."
    fi
}
