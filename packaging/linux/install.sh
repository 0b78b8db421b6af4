#!/bin/sh
# Installs the Sayso in this folder for the user who runs this, without any rights but the user's own.
#
#   sh install.sh                  program, menu entry, icon and the command `sayso`
#   sh install.sh --autostart      and has it start with the session, hidden in the tray
#   sh install.sh --uninstall      removes exactly what was installed; your words and settings stay
#   sh install.sh --uninstall --with-data    and your words, settings, models and recordings
#
# Rules: everything goes below ~/.local (or XDG_DATA_HOME) and, for the autostart, ~/.config. A list of what was
#   placed is kept beside the program, and only that is removed. What is not ours is never replaced: a command
#   `sayso` of another origin stays, and is told of. A newer version replaces the older one whole.
# Failure: one sentence that names the remedy, and exit status 1; what was there before works as it did.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data=${XDG_DATA_HOME:-$HOME/.local/share}
config=${XDG_CONFIG_HOME:-$HOME/.config}
commands=$HOME/.local/bin
# Apart from ~/.local/share/sayso, where the user's words are.
program=$HOME/.local/lib/sayso
list=$program/installed-files

say() { printf '%s\n' "$*"; }
die() {
    printf 'sayso: %s\n' "$*" >&2
    exit 1
}
usage() { sed -n '4,7s/^# \{0,3\}//p' "$0"; }

# is_ours FILE: whether FILE was placed by an earlier run
is_ours() { [ -f "$list" ] && grep -qxF "$1" "$list"; }

# place SOURCE TARGET: copies a file and notes it
place() {
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2.new" && chmod 644 "$2.new" && mv -f "$2.new" "$2"
    printf '%s\n' "$2" >>"$notes"
}

# entry SOURCE TARGET OPTION: places a desktop file whose commands name this program by its whole path, as not
# every session looks into ~/.local/bin
entry() {
    mkdir -p "$(dirname "$2")"
    # Within quotes of a desktop file a backslash stands before what is special, twice over.
    quoted=$(printf '%s' "$program/sayso" | sed -e 's/\\/&&&&/g' -e 's/["$`]/\\\\&/g' -e 's/%/%%/g')
    awk -v program="\"$(printf '%s' "$quoted" | sed 's/\\/\\\\/g')\"" -v option="$3" '
        /^Exec=sayso$/ { print "Exec=" program option; next }
        /^Exec=sayso / { sub(/^Exec=sayso/, ""); print "Exec=" program $0; next }
        { print }' "$1" >"$2.new"
    mv -f "$2.new" "$2"
    printf '%s\n' "$2" >>"$notes"
}

refresh() {
    # Without one, icons are looked for in the folders themselves; a cache of ours would stay behind.
    [ ! -e "$data/icons/hicolor/icon-theme.cache" ] || ! command -v gtk-update-icon-cache >/dev/null ||
        gtk-update-icon-cache -qtf "$data/icons/hicolor" 2>/dev/null || :
}

# remove_listed: everything in the list, and folders of ours that are empty then
remove_listed() {
    while IFS= read -r file; do
        [ -n "$file" ] || continue
        rm -f -- "$file"
    done <"$list"
}

# stop_running: a program that is replaced or removed while it runs fails at its next step
stop_running() {
    [ -x "$program/sayso" ] || return 0
    ! "$program/sayso" status >/dev/null 2>&1 ||
        die "Sayso is running. Quit it, from its tray icon or its window, and start this again."
}

install() {
    [ -x "$here/sayso/sayso" ] || die "there is no program beside this script. Unpack the whole archive, and start it there."
    [ ! -e "$program" ] || [ -f "$list" ] ||
        die "$program is there, and was not installed by this script. Move it away, and start this again."
    stop_running
    mkdir -p "$(dirname "$program")" "$commands"
    rm -rf "$program.new"
    cp -R "$here/sayso" "$program.new" || die "the program could not be copied. Free some space, and start this again."
    notes=$program.new/installed-files
    : >"$notes"
    link=$commands/sayso
    if [ ! -e "$link" ] && [ ! -L "$link" ] || is_ours "$link"; then
        ln -sfn "$program/sayso" "$link"
        printf '%s\n' "$link" >>"$notes"
    else
        say "$link is another program's and stays as it is; Sayso's command is $program/sayso."
    fi
    entry "$here/share/applications/sayso.desktop" "$data/applications/sayso.desktop" ''
    (cd "$here/share" && find icons metainfo -type f) | while IFS= read -r file; do
        place "$here/share/$file" "$data/$file"
    done
    autostart=$config/autostart/sayso.desktop
    if [ "$with_autostart" = yes ] || is_ours "$autostart"; then
        entry "$here/share/applications/sayso.desktop" "$autostart" ' --hidden'
    fi
    if [ -f "$list" ]; then # what the older version had placed and this one does not
        while IFS= read -r file; do
            grep -qxF "$file" "$notes" || rm -f -- "$file"
        done <"$list"
    fi
    rm -rf "$program.old"
    [ ! -e "$program" ] || mv "$program" "$program.old"
    mv "$program.new" "$program"
    rm -rf "$program.old"
    refresh
    say "Sayso is installed. Start it from the menu, or with: $program/sayso"
    case :$PATH: in
    *":$commands:"*) ;;
    *) say "Your shell does not look into $commands; log in anew, or add it to PATH." ;;
    esac
}

uninstall() {
    [ -f "$list" ] || die "Sayso is not installed in $program."
    stop_running
    remove_listed
    # The program's own setting writes the same file; without the program it leads nowhere.
    autostart=$config/autostart/sayso.desktop
    ! grep -qF "$program/sayso" "$autostart" 2>/dev/null || rm -f -- "$autostart"
    rm -rf "$program"
    refresh
    if [ "$with_data" = yes ]; then
        rm -rf "$data/sayso" "$config/sayso" "${XDG_CACHE_HOME:-$HOME/.cache}/sayso" \
            "${XDG_STATE_HOME:-$HOME/.local/state}/sayso"
        say "Sayso is removed, and all that it kept."
    else
        say "Sayso is removed. Your words and settings are still in $data/sayso and $config/sayso."
    fi
}

action=install with_autostart=no with_data=no
for argument; do
    case $argument in
    --autostart) with_autostart=yes ;;
    --uninstall) action=uninstall ;;
    --with-data) with_data=yes ;;
    -h | --help)
        usage
        exit 0
        ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
done
[ "$with_data" = no ] || [ "$action" = uninstall ] || die "--with-data goes with --uninstall."
$action
