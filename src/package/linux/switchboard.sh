#!/bin/sh
# Starts Switchboard wherever its folder lies: the window without a command, else the command.
case $0 in
  */*) self=$(readlink -f -- "$0") ;;
  *) self=$(readlink -f -- "$(command -v -- "$0")") ;;
esac
root=${self%/bin/*}
app=$root/lib/app
cache=$app/WINDOW_CACHE
for word; do
  case $word in
    tables | items | seed | conversations | users | db | doctor | local | journal | help | completion | --help | -h | --version | -V) cache=$app/COMMANDS_CACHE ;;
  esac
done
# In any other character set Java cannot read names that are not ASCII, be it an argument or the place where this lies.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || { LC_ALL=C.UTF-8 && export LC_ALL; }
exec "$root/lib/runtime/bin/java" OPTIONS "-XX:AOTCache=$cache" \
  -cp "CLASSPATH" dev.switchboard.Switchboard "$@"
