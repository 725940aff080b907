# Replaces itself with an engine. Writes the run file first, so that the guardian always finds the engine.
# $1: run file  $2: the console's pid  $3: signal  $4: port  $5: title  $6: host; the rest: the engine's command
umask 077 # the engine's data files are private
run=$1 console=$2
printf '%s\n' "$$" "$3" "$4" "$5" "$6" >"$run.new" && mv -f "$run.new" "$run" || exit 1
# If the console has just ended, its guardian may already have checked the run files.
if ! kill -0 "$console" 2>/dev/null; then
  rm -f "$run"
  exit 1
fi
shift 6
if command -v setsid >/dev/null 2>&1; then
  exec setsid "$@" # in a new session, so that Ctrl-C in the terminal reaches only the console
fi
trap '' HUP INT
exec "$@"
