#!/bin/sh
# Sets up everything that the checks and tests need, and runs them all.
#
#   sh packaging/test.sh             everything; on Linux the installable program is made and tried out as well
#   sh packaging/test.sh quick       everything but what needs the virtual desktop
#   sh packaging/test.sh slow        the long sweeps, and the journeys that go by the side of the daily ones
#   sh packaging/test.sh torch       the tests that need PyTorch (installs it, 3 GB)
#   sh packaging/test.sh bundle      makes the installable program, packs it and tries it out; comes to dist
#   sh packaging/test.sh ARGS...     only pytest, with these arguments; what needs the desktop gets one
#
# Rules: every stage runs, whatever became of those before it; the summary at the end names each, and the
#   exit status is 0 only if none failed. Tests see neither the user's settings nor the user's screen.
# Failure: setup.sh tells what cannot be installed; without a virtual desktop its stage fails.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# shellcheck source=packaging/setup.sh
. "$root/packaging/setup.sh"
cd "$root"

mode=all
case ${1-} in
'') ;;
quick | slow | torch | bundle) mode=$1 && shift ;;
*) mode=some ;;
esac

extras=base-model,test
[ "$mode" != torch ] || extras=$extras,torch

# bundle_environment: one of its own, as what is in it could come into the program
bundle_environment() {
    prepare_environment base-model,bundle "$root/.venv-bundle"
    complete_system packaging/bundle-packages.txt || :
}

if [ "$mode" = bundle ]; then
    bundle_environment
else
    prepare_environment "$extras" "$root/.venv-test"
fi
case $mode in
quick | torch) desktop=no ;;
*) desktop=yes ;;
esac
[ "$(uname -s)" = Linux ] || desktop=no
complete_system packaging/apt-packages.txt || :
[ "$desktop" = no ] || complete_system tests/desktop/apt-packages.txt || :

# Weights come from packages and are checked by hash. A test that asks a model hub would depend on the
# network and, worse, hide that a user without a network is stuck: so the hub is a port where nobody listens.
# The tests of downloads name a hub of their own on the loopback.
export HF_ENDPOINT=http://127.0.0.1:9
# As the program itself has it (app/cli.py): threads that wait for each other by turning round starve the rest.
export OPENBLAS_NUM_THREADS=1
unset PYTHONPATH PYTHONHOME
# The tests start the program some hundred times: without this each process would compile all of it anew.
unset PYTHONDONTWRITEBYTECODE

gives_way=no

# control_group: makes one for processes that give way, and says where; nothing where that is not possible. A kernel
# that shares the processor out by sessions knows `nice` only within each, and many a test begins one.
control_group() {
    for parent in /sys/fs/cgroup/cpu /sys/fs/cgroup; do
        group=$parent/sayso-tests-$$
        mkdir "$group" 2>/dev/null || continue
        for share in cpu.shares=32 cpu.weight=3; do
            [ -w "$group/${share%=*}" ] && echo "${share#*=}" >"$group/${share%=*}" && echo "$group" && return
        done
        rmdir "$group"
    done
}

# gently COMMAND...: runs it so that it gives way to others, where that is wished
gently() {
    if [ "$gives_way" = no ]; then
        "$@"
        return
    fi
    group=$(control_group)
    # In the background a shell has its children ignore Ctrl+C, which some tests send.
    # shellcheck disable=SC2016  # the inner shell is to expand it
    env --default-signal=INT,QUIT nice -n 15 sh -c '[ -z "$0" ] || echo $$ >"$0/cgroup.procs"; exec "$@"' "$group" "$@" &&
        ended=0 || ended=$?
    [ -z "$group" ] || rmdir "$group" || :
    return "$ended"
}

# --- stages ---------------------------------------------------------------------------------------
summary='' passed=0 failed=0

# stage NAME COMMAND...: runs it and keeps the outcome
stage() {
    name=$1 && shift
    printf '\n=== %s\n' "$name"
    began=$(date +%s)
    "$@" && status=0 || status=$?
    case $status in
    0) outcome=ok passed=$((passed + 1)) ;;
    *) outcome="FAILED ($status)" failed=$((failed + 1)) ;; # above 128: ended by signal number status - 128
    esac
    summary="$summary$(printf '%-32s %-14s %4s s' "$name" "$outcome" $(($(date +%s) - began)))
"
}

# left_out NAME WHY: says in the summary that a stage was not run
left_out() {
    summary="$summary$(printf '%-32s left out: %s' "$1" "$2")
"
}

# Each platform has a cache of its own: in a common one they would push each other out.
types_for() { "$venv/bin/python" -m mypy --platform "$1" --cache-dir ".mypy_cache/$1"; }

# All platforms at once, a core each: what one of them says comes out in one piece.
types() {
    heard=$(mktemp -d) || return
    running=''
    for platform in linux win32 darwin; do
        types_for "$platform" >"$heard/$platform" 2>&1 &
        running="$running $platform:$!"
    done
    worst=0
    for one in $running; do
        wait "${one#*:}" || worst=$?
        printf '%s: ' "${one%%:*}"
        cat "$heard/${one%%:*}"
    done
    rm -rf "$heard"
    return "$worst"
}

own_scripts() { shellcheck --external-sources packaging/*.sh tests/desktop/*.sh .ci/run; }

# pytest_in WHERE ARGS...: WHERE is "window" (no screen: Qt draws into memory) or "desktop" (a private one).
pytest_in() {
    where=$1 && shift
    if [ "$where" = desktop ]; then
        VD_PRIVATE_HOME=1 bash tests/desktop/virtual-desktop.sh "$venv/bin/python" -m pytest "$@"
        return
    fi
    home=$(mktemp -d) && mkdir -m 700 "$home/run" || return
    gently env -u DISPLAY -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS -u PULSE_SERVER QT_QPA_PLATFORM=offscreen \
        HOME="$home" XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.local/share" \
        XDG_CACHE_HOME="$home/.cache" XDG_STATE_HOME="$home/.local/state" XDG_RUNTIME_DIR="$home/run" \
        "$venv/bin/python" -m pytest "$@" && status=0 || status=$?
    rm -rf "$home"
    return "$status"
}

# computing ARGS...: all that needs no desktop. A file's tests stay together: they share what is dear to make, as
# loaded models.
computing() { pytest_in window -n 2 --dist loadfile -m "not desktop and not slow and not torch" "$@"; }

# some_of MARKS ARGS...: in both places, of those with the marks; that one of them has nothing to do (status 5) is
# no failure
some_of() {
    marks=$1 && shift
    pytest_in window -m "${marks}not desktop" "$@" && first=0 || first=$?
    [ "$first" = 0 ] || [ "$first" = 5 ] || return "$first"
    [ "$desktop" = yes ] || return "$first"
    pytest_in desktop -m "${marks}desktop" "$@" && second=0 || second=$?
    [ "$second" = 5 ] && return "$first"
    return "$second"
}

# on_a_desktop MARKS ARGS...: those with the marks; all that need a desktop are in one folder
on_a_desktop() {
    marks=$1 && shift
    pytest_in desktop -m "desktop and not slow and $marks" tests/desktop "$@"
}

# end_of ID FILE: waits for what runs in the background, and says what it has said into the file
end_of() {
    wait "$1" && status=0 || status=$?
    cat "$2"
    rm -f "$2"
    return "$status"
}

checks() {
    stage "format" "$venv/bin/ruff" format --check .
    stage "lint" "$venv/bin/ruff" check .
    stage "types" types
    stage "types, packaging" "$venv/bin/python" -m mypy --cache-dir .mypy_cache/linux packaging/*.py
    stage "floors" "$venv/bin/lint-imports" --no-logo --cache-dir .import_linter_cache
    ! command -v shellcheck >/dev/null || stage "shell scripts" own_scripts
}

# program: makes it as users get it, but for the packing. In a shell of its own, which leaves `venv` as it is.
program() (
    SAYSO_VENV=${SAYSO_VENV:+$SAYSO_VENV-bundle}
    bundle_environment
    "$venv/bin/python" packaging/build.py --weights base --no-archives --output "$1"
)

# bundle: makes it, uses it as a user would, and compares what the sources import with what is in it.
bundle() {
    built=$root/dist/sayso/sayso
    stage "building" "$venv/bin/python" packaging/build.py --weights base "$@"
    stage "trying it out" "$venv/bin/python" packaging/smoke.py "$built"
    if [ "$(id -u)" = 0 ] && command -v debootstrap >/dev/null; then
        SAYSO_PYTHON=$venv/bin/python stage "on a Debian without Python" sh packaging/clean_debian.sh dist/sayso-*-with-base-*.deb
    else
        left_out "on a Debian without Python" "needs root's rights and debootstrap"
    fi
    modules=$(mktemp)
    stage "the same from the sources" "$venv/bin/python" packaging/smoke.py --starts 1 --modules "$modules" \
        -- "$venv/bin/python" -m app.cli
    stage "its modules" "$venv/bin/python" packaging/modules_seen.py "$built" "$modules"
    rm -f "$modules"
}

case $mode in
bundle) bundle "$@" ;;
some) stage "tests" some_of "" "$@" ;;
slow) stage "sweeps" some_of "slow and not torch and " "$@" ;;
torch) stage "tests with PyTorch" pytest_in window -m torch "$@" ;;
*)
    checks
    if [ "$desktop" = yes ]; then
        # What happens on a desktop takes as long as it is spoken, and leaves half of the processor to those that
        # compute. They give way, so that nobody's words are heard late.
        computed=$(mktemp)
        gives_way=yes
        computing "$@" >"$computed" 2>&1 &
        computing_id=$!
        gives_way=no
        stage "tests on the virtual desktop" on_a_desktop "not light and not alone" "$@"
        stage "keys on a desktop" on_a_desktop "light and not alone" "$@"
        stage "tests" end_of "$computing_id" "$computed"
        # A loudspeaker stutters where others compute: it comes when nobody does.
        stage "sound on a desktop" on_a_desktop "alone" "$@"
        stage "building the program" program "$root/build/tried"
        stage "trying it out" "$venv/bin/python" packaging/smoke.py --starts 1 "$root/build/tried/sayso/sayso"
    else
        stage "tests" computing "$@"
    fi
    ;;
esac

printf '\n%s\nstages: %s passed, %s failed\n' "$summary" "$passed" "$failed"
[ "$failed" = 0 ]
