#!/bin/sh
# Starts Sayso from this checkout, and sets it up first when that is needed.
#
#   sh packaging/run.sh                     the window
#   sh packaging/run.sh transcribe FILE     the words of a recording, on standard output
#   sh packaging/run.sh --help              everything else
#
# Rules: arguments go through as they are. All talk of the set-up goes to standard error: standard output
#   holds what Sayso prints and nothing else. What was asked for is done if it can be: missing screen or
#   sound libraries stop only what needs them.
# Failure: setup.sh says what is missing and the exact command that installs it; exit status 1.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
# shellcheck source=packaging/setup.sh
. "$root/packaging/setup.sh"
list=$root/packaging/apt-packages.txt

prepare_environment base-model "$root/.venv"

case ${1-} in
'' | --hidden) complete_system "$list" || exit 1 ;; # the window, or its tray icon alone
dictate | devices) complete_system "$list" sound || exit 1 ;;
*) # Needs no screen and no sound, so it goes on whatever comes of this.
    [ -z "$just_set_up" ] || complete_system "$list" || : ;;
esac
exec "$venv/bin/sayso" "$@"
