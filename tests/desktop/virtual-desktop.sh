#!/bin/bash
# virtual-desktop.sh COMMAND [ARG...]
#
# Problem: tests need a real screen, keys, clipboard, tray and microphone, and must neither see nor disturb
#   those of whoever runs them. This runs COMMAND inside a private throw-away desktop and returns COMMAND's
#   exit status: Xvfb, openbox, a D-Bus session bus, PulseAudio with null sinks, tint2 as host of the tray.
# Rules: installs nothing (apt-packages.txt names what it needs); writes only below one private folder, which
#   it removes at the end; leaves no process behind. Any number can run at once, and inside one another.
# Failure: 125 and the tails of the parts' logs if the desktop does not come up; 2 for wrong usage.
#
# COMMAND gets DISPLAY, DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR, PULSE_SERVER, ALSA_CONFIG_PATH, a UTF-8
# locale, QT_QPA_PLATFORM=xcb and
#   VD_DIR            the private folder; logs of the parts in $VD_DIR/log
#   VD_MIC_SINK       play speech into this sink (paplay -d "$VD_MIC_SINK" x.wav): its monitor is the default
#                     source, that is, the microphone
#   VD_SPEAKER_SINK   the default sink: what the program under test plays itself goes here, and does not come
#                     back through the microphone
#   VD_DBUS_SERVICES  a folder for .service files: the bus starts those, and none of the system's (no
#                     notification daemon or portal comes up by surprise)
#   VD_PID_XVFB VD_PID_OPENBOX VD_PID_DBUS VD_PID_PULSE VD_PID_TRAY   to kill or stop one
#
# Settings, by environment:
#   VD_SCREEN=1280x800x24   VD_DPI=96   VD_MIC_RATE=48000 (16000 makes the way to Sayso bit-exact)
#   VD_WITHOUT="tray pulse wm dbus"   parts to leave out
#   VD_SYSTEM_SERVICES=1    let the bus start the system's services too
#   VD_PRIVATE_HOME=1       HOME and XDG_{CONFIG,DATA,CACHE,STATE}_HOME in VD_DIR for COMMAND too
#   VD_LOG_DIR=DIR          copy the parts' logs there at the end
#   VD_TIMEOUT=15           seconds a part may take to get ready

set -u
[ $# -ge 1 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }

without=" ${VD_WITHOUT:-} "
timeout_s=${VD_TIMEOUT:-15}
declare -A pid=()
order=()           # the parts, in the order they were started
child=
ended=

say() { printf 'virtual-desktop: %s\n' "$*" >&2; }
wanted() { [[ $without != *" $1 "* ]]; }

mine() {  # whether process $1 is there and a child of ours: its number may be another's by now
    local s     # one read: /proc/PID/status, read by lines, is torn when the process does exec
    IFS= read -r s 2>/dev/null <"/proc/$1/stat" || return 1
    s=${s##*) }; s=${s#* }
    [ "${s%% *}" = $$ ]
}

need=(Xvfb setpriv setsid)
wanted dbus && need+=(dbus-daemon)
wanted pulse && need+=(pulseaudio pactl)
wanted wm && need+=(openbox)
wanted tray && need+=(tint2)
for p in "${need[@]}"; do
    command -v "$p" >/dev/null || { say "$p is not installed"; exit 125; }
done

dir=$(mktemp -d "${TMPDIR:-/tmp}/vd.XXXXXXXX") || exit 125
chmod 700 "$dir"
mkdir -m 700 "$dir/run" "$dir/run/pulse" "$dir/log" "$dir/conf" "$dir/home" "$dir/services"
export VD_DIR=$dir VD_ID="vd-$$-${dir##*.}"

# start PART COMMAND...: in the background, in a session of its own (Ctrl-C is not for it),
# with a home of its own, into its log; the kernel ends it should we be killed
start() {
    local part=$1; shift
    HOME=$dir/home XDG_CONFIG_HOME=$dir/conf XDG_CACHE_HOME=$dir/home XDG_DATA_HOME=$dir/home \
    setpriv --pdeathsig KILL setsid "$@" </dev/null >"$dir/log/$part.log" 2>&1 3>&- &
    pid[$part]=$!
    order+=("$part")
    disown $!      # or bash prints "Killed" when a test kills the part
}

# await PART WHAT TEST...: until TEST succeeds, PART ends or the time is over
await() {
    local part=$1 what=$2 end=$((SECONDS + timeout_s)); shift 2
    until "$@" >/dev/null 2>&1; do
        mine "${pid[$part]}" || fail "$part ended before $what"
        [ $SECONDS -lt $end ] || fail "$part: no $what after $timeout_s s"
        sleep 0.02
    done
}

fail() {
    say "$1"
    local f
    for f in "$dir"/log/*.log; do
        [ -s "$f" ] && { say "--- ${f##*/}"; tail -n 8 "$f" >&2; }
    done
    exit 125       # and so teardown
}

# pids of what COMMAND or the bus left running: VD_ID is in their environment
# shellcheck disable=SC2317  # this and the next two are reached by the trap
leftovers() {
    local e p
    for e in /proc/[0-9]*/environ; do
        p=${e#/proc/}; p=${p%/environ}
        [ "$p" != $$ ] && [ "$p" != "$BASHPID" ] && grep -qzxF "VD_ID=$VD_ID" "$e" 2>/dev/null && echo "$p"
    done
}

# shellcheck disable=SC2317
gone() {  # gone SECONDS PID...: whether all PIDs ended within SECONDS
    local n=$(($1 * 50)) p any; shift
    while :; do
        any=
        for p; do kill -0 "$p" 2>/dev/null && any=1; done
        [ -n "$any" ] || return 0
        [ $((n--)) -gt 0 ] || return 1
        sleep 0.02
    done
}

# shellcheck disable=SC2317,SC2086  # `rest` is a list of numbers
teardown() {
    [ -z "$ended" ] || return 0
    ended=1
    trap '' INT TERM HUP
    local i p rest
    if [ -n "$child" ] && mine "$child" && ! gone "${grace:-0}" "$child"; then
        kill -TERM "$child" 2>/dev/null
        gone 5 "$child" || kill -KILL "$child" 2>/dev/null
    fi
    # clients before the X server, so that none is cut off in the middle
    rest=$(leftovers | grep -vxF "$(printf '%s\n' "${pid[@]}")")
    [ -z "$rest" ] || { kill -TERM $rest 2>/dev/null; gone 1 $rest || kill -KILL $rest 2>/dev/null; }
    for ((i = ${#order[@]} - 1; i >= 0; i--)); do
        p=${pid[${order[i]}]}
        mine "$p" || continue
        kill -TERM "$p" 2>/dev/null
        kill -CONT "$p" 2>/dev/null      # a test may have stopped it
    done
    gone 3 "${pid[@]}" || for p in "${pid[@]}"; do mine "$p" && kill -KILL "$p" 2>/dev/null; done
    [ -z "$child" ] || wait "$child" 2>/dev/null
    gone 1 "${pid[@]}"
    if [ -n "${VD_LOG_DIR:-}" ]; then
        mkdir -p "$VD_LOG_DIR" && cp -f "$dir"/log/*.log "$VD_LOG_DIR"/ 2>/dev/null
    fi
    rm -rf "$dir"
}

trap teardown EXIT
trap 'exit 129' HUP
trap 'grace=5; exit 130' INT       # COMMAND got the Ctrl-C too: let it finish by itself
trap 'exit 143' TERM

# --- what the parts and COMMAND see -------------------------------------------------------
unset DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS SESSION_MANAGER WINDOWID \
      PULSE_SINK PULSE_SOURCE PULSE_SERVER PULSE_COOKIE PULSE_RUNTIME_PATH \
      GTK_IM_MODULE QT_IM_MODULE XMODIFIERS \
      QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE QT_SCALE_FACTOR QT_PLUGIN_PATH
export XDG_RUNTIME_DIR=$dir/run XDG_SESSION_TYPE=x11 XDG_CURRENT_DESKTOP=openbox \
       QT_QPA_PLATFORM=xcb NO_AT_BRIDGE=1 LIBGL_ALWAYS_SOFTWARE=1
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in       # xdotool type needs UTF-8
*[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8) ;;
*) export LANG=C.UTF-8 LC_ALL=C.UTF-8 ;;
esac
case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in    # the windows speak as the system does
C* | en*) ;;
*) export LANGUAGE=en ;;                        # and the tests read English
esac

# --- the X server -----------------------------------------------------------------------------
mkfifo "$dir/display"
exec 4<>"$dir/display"       # both ends, so that neither side waits in open()
start xvfb Xvfb -displayfd 4 -screen 0 "${VD_SCREEN:-1280x800x24}" -dpi "${VD_DPI:-96}" \
    -noreset -nolisten tcp
n=
IFS= read -r -t "$timeout_s" -u 4 n || fail "Xvfb gave no display number in $timeout_s s"
exec 4>&-
[[ $n =~ ^[0-9]+$ ]] || fail "Xvfb gave '$n' for its display number"
export DISPLAY=:$n

# --- sound: what its clients need to know, before the bus, which may start some of them ---------
if wanted pulse; then
    # ALSA programs (PortAudio, and so sounddevice) see PulseAudio and nothing else
    cat >"$dir/conf/asound.conf" <<'EOF'
pcm.pulse { type pulse; hint { show on; description "PulseAudio" } }
ctl.pulse { type pulse }
pcm.!default { type pulse; hint { show on; description "PulseAudio (default)" } }
ctl.!default { type pulse }
EOF
    export PULSE_SERVER=unix:$XDG_RUNTIME_DIR/pulse/native PULSE_COOKIE=$dir/conf/pulse-cookie \
           ALSA_CONFIG_PATH=$dir/conf/asound.conf \
           VD_MIC_SINK=virtual_mic VD_SPEAKER_SINK=virtual_speaker
fi

# --- the session bus -------------------------------------------------------------------------
if wanted dbus; then
    cat >"$dir/conf/bus.conf" <<EOF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$XDG_RUNTIME_DIR/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$dir/services</servicedir>
  ${VD_SYSTEM_SERVICES:+<standard_session_servicedirs/>}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus VD_DBUS_SERVICES=$dir/services
    start dbus dbus-daemon --config-file="$dir/conf/bus.conf" --nofork --nopidfile
    await dbus "its socket was there" test -S "$XDG_RUNTIME_DIR/bus"
fi

# --- window manager and sound server, at once; then the tray -----------------------------------
if wanted wm; then
    start openbox openbox --sm-disable --startup "touch $dir/conf/openbox-is-up"
fi
if wanted pulse; then
    # norewinds=1: a plain null sink wakes up every 2 s, and a recording of its monitor
    # gets its first samples only then; so it is 30 to 60 ms, as with a real card.
    cat >"$dir/conf/virtual.pa" <<EOF
.fail
load-module module-native-protocol-unix auth-anonymous=1 auth-cookie-enabled=0 socket=$XDG_RUNTIME_DIR/pulse/native
load-module module-null-sink sink_name=virtual_speaker norewinds=1 rate=48000 sink_properties=device.description=Virtual-Speaker
load-module module-null-sink sink_name=virtual_mic norewinds=1 rate=${VD_MIC_RATE:-48000} channels=1 channel_map=mono sink_properties=device.description=Virtual-Microphone
set-default-sink virtual_speaker
set-default-source virtual_mic.monitor
EOF
    PULSE_RUNTIME_PATH=$XDG_RUNTIME_DIR/pulse PULSE_STATE_PATH=$dir/home \
    start pulse pulseaudio -n -F "$dir/conf/virtual.pa" --daemonize=no --use-pid-file=no \
        --exit-idle-time=-1 --disallow-exit=yes --high-priority=no --realtime=no \
        --log-target=stderr --log-level=notice
fi
if wanted wm; then await openbox "it managed windows" test -e "$dir/conf/openbox-is-up"; fi
if wanted tray; then
    cat >"$dir/conf/tint2rc" <<'EOF'
panel_items = S
panel_position = bottom right horizontal
panel_size = 100% 28
panel_layer = top
systray_padding = 4 2 4
systray_icon_size = 24
systray_monitor = 1
EOF
    start tray tint2 -c "$dir/conf/tint2rc"
    await tray "it owned the tray" grep -q "systray started" "$dir/log/tray.log"
fi
if wanted pulse; then await pulse "it answered" pactl --server "$PULSE_SERVER" get-default-source; fi

# --- COMMAND ------------------------------------------------------------------------------------
if [ -n "${VD_PRIVATE_HOME:-}" ]; then
    export HOME=$dir/home XDG_CONFIG_HOME=$dir/home/.config XDG_DATA_HOME=$dir/home/.local/share \
           XDG_CACHE_HOME=$dir/home/.cache XDG_STATE_HOME=$dir/home/.local/state
    mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME" # VD_DIR is private
fi
for p in "${order[@]}"; do export "VD_PID_${p^^}=${pid[$p]}"; done
# in the background, so that a signal to us is served at once; but with our standard input,
# and without the "ignore INT and QUIT" that bash gives to what it runs in the background
setpriv --pdeathsig TERM env --default-signal=INT,QUIT -- "$@" <&0 &
child=$!
wait "$child"
status=$?
child=
exit "$status"
