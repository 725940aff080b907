# Becomes an engine. Its run file is written before it is there, so that the guardian always knows of it.
# $1: run file  $2: the console's pid  $3: signal  $4: port  $5: title; the rest: the engine's command
run=$1 console=$2
printf '%s\n' "$$" "$3" "$4" "$5" >"$run.new" && mv -f "$run.new" "$run" || exit 1
# A console that ended in this moment has a guardian that may have looked already.
if ! kill -0 "$console" 2>/dev/null; then
  rm -f "$run"
  exit 1
fi
shift 5
if command -v setsid >/dev/null 2>&1; then
  exec setsid "$@" # a session of its own: the terminal's Ctrl-C is for the console
fi
trap '' HUP INT
exec "$@"
