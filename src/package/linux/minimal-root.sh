#!/bin/bash
# Installs the package in an otherwise empty Debian and uses it there as an operator would: minimal-root.sh PACKAGE.deb [PICTURES]
# Wants root, debootstrap, xvfb, xdotool and imagemagick on the machine that runs it; the new root gets nothing but what the
# package declares. The first thing that is not as it should be ends it with status 1 and a line that says what.
set -euo pipefail
package=$(readlink -f -- "$1")
pictures=${2:-}
work=$(mktemp -d)
root=$work/root
display=:$((RANDOM % 400 + 200))
xvfb=
parts=0

# shellcheck disable=SC2317
leave() {
  processes | cut -d' ' -f1 | xargs -r kill 2>/dev/null || true
  [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
  for place in tmp/.X11-unix dev/shm proc; do
    mountpoint -q "$root/$place" && umount -l "$root/$place"
  done
  rm -rf -- "$work"
}
trap leave EXIT

fail() { echo "minimal root: $*" >&2; exit 1; }
step() { parts=$((parts + 1)); printf '%2d  %s\n' "$parts" "$*"; }
in_root() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# The operator is nobody special and has nothing set, not even a language.
operator() { chroot --userspec=anna:anna "$root" /usr/bin/env -i HOME=/home/anna PATH=/usr/bin:/bin ${display_of:+DISPLAY=$display_of} ${more:-} "$@"; }
expect() { # STATUS WORDS-IN-THE-OUTPUT COMMAND…
  local status=$1 words=$2 got=0
  shift 2
  operator "$@" >"$work/out" 2>&1 || got=$?
  [ "$got" = "$status" ] || fail "$* ended with $got: $(tail -n 5 "$work/out")"
  grep -qF -- "$words" "$work/out" || fail "$* did not say “$words”: $(tail -n 5 "$work/out")"
}
# Everything that runs in the root, as number and command.
processes() {
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/root" 2>/dev/null)" != "$root" ] || echo "${process#/proc/} $(tr '\0' ' ' <"$process/cmdline" | cut -c1-300)"
  done 2>/dev/null
}
nothing_left() {
  for _ in $(seq 100); do
    [ -z "$(processes)" ] && return
    sleep 0.1
  done
  fail "still runs after the end: $(processes)"
}
log() { cat "$root"/home/anna/.local/share/switchboard/logs/*.log 2>/dev/null || true; }
# Opens the window as the operator and waits for its first result.
open_window() { # NAME PROGRAM ARGUMENT…
  local name=$1 before
  shift
  before=$(log | grep -c 'First result' || true)
  display_of=$display operator "$@" >"$work/window-$name" 2>&1 &
  for _ in $(seq 600); do
    [ "$(log | grep -c 'First result' || true)" -gt "$before" ] && break
    kill -0 $! 2>/dev/null || fail "the window ($name) ended at once: $(cat "$work/window-$name")"
    sleep 0.1
  done
  [ "$(log | grep -c 'First result' || true)" -gt "$before" ] || fail "the window ($name) showed nothing within a minute: $(cat "$work/window-$name")"
  DISPLAY=$display xdotool search --onlyvisible --class dev.switchboard >/dev/null || fail "there is no window ($name) on the display"
  picture "$name"
}
picture() {
  # What was answered is drawn a moment later; a picture that stays the same is the last one.
  DISPLAY=$display import -window root "$work/$1.png"
  for _ in $(seq 20); do
    mv "$work/$1.png" "$work/former.png"
    sleep 0.7
    DISPLAY=$display import -window root "$work/$1.png"
    [ "$(compare -metric AE "$work/former.png" "$work/$1.png" null: 2>&1)" != 0 ] || break
  done
  # A blank or broken window has next to no colours.
  [ "$(identify -format %k "$work/$1.png")" -gt 100 ] || fail "the picture $1 is empty"
  [ -z "$pictures" ] || { mkdir -p "$pictures" && cp "$work/$1.png" "$pictures/"; }
}
close_windows() {
  # As when the operator logs out.
  processes | grep -F '/lib/runtime/bin/java' | cut -d' ' -f1 | xargs -r kill
  nothing_left
}
main_job() { # PROGRAM
  expect 0 "" "$1" db setup
  expect 0 "cruddur-messages" "$1" tables create
  expect 0 "" "$1" seed conversation --from ada --to bruno
  expect 0 "" "$1" users sync --apply
  expect 0 "" "$1" users compare
  expect 0 "bruno" "$1" conversations list --user ada
  group=$(operator "$1" conversations list --user ada --json 2>/dev/null | grep -oE '"uuid":"[0-9a-f-]{36}","with"' | head -n 1 | cut -d'"' -f4)
  expect 0 "" "$1" conversations show "$group"
  expect 0 "" "$1" conversations send "$group" --as bruno "Grüße von der Brücke"
  expect 0 "Grüße von der Brücke" "$1" conversations show "$group"
  expect 0 "" "$1" doctor
}

for tool in debootstrap Xvfb xdotool import dpkg-deb unshare; do
  command -v "$tool" >/dev/null || fail "$tool is missing; it comes with debootstrap, xvfb, xdotool, imagemagick, dpkg and util-linux"
done
[ "$(id -u)" = 0 ] || fail "making a root of one's own wants root"

# shellcheck source=/dev/null
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
debootstrap --variant=minbase "$suite" "$root" >"$work/debootstrap.log" 2>&1 || fail "debootstrap: $(tail -n 3 "$work/debootstrap.log")"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm" "$root/tmp/.X11-unix" "$root/home" "$root/srv"
mount -t tmpfs tmpfs "$root/dev/shm"
in_root useradd --create-home anna
Xvfb "$display" -screen 0 1600x1000x24 -ac >/dev/null 2>&1 &
xvfb=$!
for _ in $(seq 100); do [ -S "/tmp/.X11-unix/X${display#:}" ] && break; sleep 0.1; done
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
step "a Debian $suite with $(in_root dpkg-query -f '.\n' -W | wc -l) packages"

# An older version: the same program under another number, with a file that the newer one no longer has.
mkdir "$work/older"
dpkg-deb -R "$package" "$work/older/files"
sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/files/DEBIAN/control"
echo "gone with the next version" >"$work/older/files/opt/switchboard/lib/app/lib/former-library.jar"
dpkg-deb -Znone --build "$work/older/files" "$root/srv/older.deb" >/dev/null
rm -rf "$work/older"
cp "$package" "$root/srv/newer.deb"
in_root apt-get install -y -qq --no-install-recommends /srv/older.deb >"$work/apt.log" 2>&1 || fail "the older version does not install: $(tail -n 5 "$work/apt.log")"
[ -e "$root/opt/switchboard/lib/app/lib/former-library.jar" ] || fail "the older version is not there"
step "the older version is installed, with $(in_root dpkg-query -f '.\n' -W | wc -l) packages in all"

expect 0 "No tables yet" switchboard tables list
[ "$(in_root stat -c %U /home/anna/.local/share/switchboard)" = anna ] || fail "the data is not the operator's"
nothing_left
main_job switchboard
nothing_left
step "the main job works from the command line, for a user without a language, and leaves no process behind"

open_window older switchboard
step "the window opens"
in_root apt-get install -y -qq /srv/newer.deb >"$work/apt.log" 2>&1 || fail "the newer version does not install over it: $(tail -n 5 "$work/apt.log")"
[ ! -e "$root/opt/switchboard/lib/app/lib/former-library.jar" ] || fail "a file of the older version stayed"
DISPLAY=$display xdotool search --onlyvisible --class dev.switchboard >/dev/null || fail "the upgrade took the open window away"
close_windows
expect 0 "Grüße von der Brücke" switchboard conversations show "$group"
step "upgraded over the older version under an open window; what the operator had is there"

for cache in switchboard commands; do
  more=JAVA_TOOL_OPTIONS=-XX:AOTMode=on expect 0 "switchboard $(in_root dpkg-query -f '${Version}' -W switchboard)" \
    /opt/switchboard/lib/runtime/bin/java $(grep '^exec' "$root/opt/switchboard/bin/switchboard" | grep -oE "'-[^']*'" | tr -d "'") \
    -XX:AOTCache=/opt/switchboard/lib/app/$cache.aot -cp "$(grep -oE '\$app[^"]*\.jar' "$root/opt/switchboard/bin/switchboard" | sed 's#\$app#/opt/switchboard/lib/app#g')" \
    dev.switchboard.Switchboard --version
done
mv "$root/opt/switchboard/lib/app/commands.aot" "$work/"
expect 0 "bruno" switchboard conversations list --user ada
head -c 100000 "$work/commands.aot" >"$root/opt/switchboard/lib/app/commands.aot"
expect 0 "bruno" switchboard conversations list --user ada
[ "$(wc -l <"$work/out")" -lt 5 ] || fail "a broken cache is spoken of: $(cat "$work/out")"
mv "$work/commands.aot" "$root/opt/switchboard/lib/app/commands.aot"
step "both start-up caches are accepted where it is installed; a missing or damaged one is left aside without a word"

backup=$(operator switchboard tables backup cruddur-messages 2>&1 | grep -oE '/home/anna/[^ ]+\.switchboard' | head -n 1)
[ -n "$backup" ] || fail "there is no backup"
grep -q 'application/x-switchboard-backup' "$root/usr/share/applications/switchboard.desktop" || fail "no program for backups"
open_window restore switchboard "$backup"
open_window beside switchboard
[ "$(DISPLAY=$display xdotool search --onlyvisible --class dev.switchboard | wc -l)" -ge 2 ] || fail "the second window is not beside the first"
expect 0 "cruddur-messages" switchboard tables list
close_windows
expect 0 "Grüße von der Brücke" switchboard conversations show "$group"
step "a backup opens with the program; a second window opens beside the first, and both leave the data whole"

more=GDK_SCALE=2 open_window high-dpi switchboard
close_windows
step "the window opens on a display of twice the density"

place="/srv/Größe und Übersicht/switchboard"
mkdir -p "$root$(dirname "$place")"
cp -a "$root/opt/switchboard" "$root$place"
expect 0 "bruno" "$place/bin/switchboard" conversations list --user ada
more=LANG=C.UTF-8 expect 0 "bruno" "$place/bin/switchboard" conversations list --user ada
more=LC_ALL=de_DE.ISO-8859-1 expect 0 "bruno" "$place/bin/switchboard" conversations list --user ada
open_window elsewhere "$place/bin/switchboard"
close_windows
rm -rf "$root$(dirname "$place")"
step "it runs from a path with blanks and letters of other languages, with and without a language set"

in_root chown root:root /home/anna/.local/share
mv "$root/home/anna/.local/share/switchboard" "$work/data"
chmod 555 "$root/home/anna/.local/share"
expect 1 "/home/anna/.local/share/switchboard" switchboard tables list
[ "$(wc -l <"$work/out")" -le 2 ] || fail "an unwritable home is not told in a line: $(cat "$work/out")"
chmod 755 "$root/home/anna/.local/share"
mv "$work/data" "$root/home/anna/.local/share/switchboard"
in_root chown anna:anna /home/anna/.local/share
step "a home that cannot be written is said: $(cut -c1-110 "$work/out" | head -n 1)"

unshare --net sh -c "ip link set lo up 2>/dev/null || ifconfig lo up; exec chroot --userspec=anna:anna '$root' /usr/bin/env -i HOME=/home/anna PATH=/usr/bin:/bin switchboard conversations show '$group'" >"$work/out" 2>&1 ||
  fail "without a network: $(tail -n 3 "$work/out")"
grep -qF "Grüße von der Brücke" "$work/out" || fail "without a network the conversation is not shown"
step "it works without a network"

in_root apt-get remove -y -qq switchboard >"$work/apt.log" 2>&1 || fail "it cannot be removed: $(tail -n 5 "$work/apt.log")"
for gone in opt/switchboard usr/bin/switchboard usr/share/applications/switchboard.desktop usr/share/mime/packages/switchboard.xml; do
  [ ! -e "$root/$gone" ] && [ ! -L "$root/$gone" ] || fail "/$gone is still there"
done
[ -d "$root/home/anna/.local/share/switchboard/backups" ] || fail "removing took the operator's data"
in_root apt-get install -y -qq /srv/newer.deb >"$work/apt.log" 2>&1 || fail "it cannot be installed again"
expect 0 "Grüße von der Brücke" switchboard conversations show "$group"
in_root apt-get purge -y -qq switchboard >"$work/apt.log" 2>&1 || fail "it cannot be purged"
[ -d "$root/home/anna/.local/share/switchboard/backups" ] || fail "purging took the operator's data"
step "removed without a trace in the system, and without touching what the operator has"
echo "minimal root: $parts parts passed, 0 failed"
