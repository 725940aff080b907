# Waits until the console has ended for any reason, then stops the engines that no other console uses.
# $1: the engines' folder   $2: this console's lease
trap '' HUP INT TERM
root=$1
cd "$root" || exit 1
cat >/dev/null # the pipe from the console closes when the console ends
rm -f "leases/$2"

start_of() { # $1: pid; prints when a running process started, as the lease's name says it; nothing if it has ended
  if [ -d /proc/self ]; then
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return
    set -- ${line##*") "} # its state, and the fields after it
    case $1 in Z* | X* | '') return ;; esac
    shift 19
    printf '%s' "$1"
  else
    line=$(LC_ALL=C TZ=UTC ps -o stat= -o lstart= -p "$1") || return
    set -- $line
    case $1 in Z* | X* | '') return ;; esac
    shift
    printf '%s' "$*" | tr -cd 'A-Za-z0-9'
  fi
}

claimed() {
  for lease in leases/*; do
    name=${lease##*/}
    pid=${name%%-*}
    start=${name#*-}
    start=${start%-*}
    case $pid in '' | *[!0-9]*) continue ;; esac
    if [ -f "$lease" ] && [ -n "$start" ] && [ "$start" = "$(start_of "$pid")" ]; then
      return 0
    fi
  done
  return 1
}

is_engine() { # $1: pid, which may have been reused by a process that does not mention the engines' folder
  if [ -r "/proc/$1/cmdline" ]; then
    line=$(tr '\0' ' ' <"/proc/$1/cmdline")
  else
    line=$(ps -p "$1" -o args=)
  fi
  case $line in *"$root"*) return 0 ;; *) return 1 ;; esac
}

stop() { # $1: pid  $2: signal
  is_engine "$1" || return
  kill -s "$2" "$1" 2>/dev/null
  tenths=0
  while kill -0 "$1" 2>/dev/null; do
    tenths=$((tenths + 1))
    [ "$tenths" -le 100 ] || kill -9 "$1" 2>/dev/null
    [ "$tenths" -le 120 ] || return
    sleep 0.1
  done
}

for engine in dynamodb postgres; do
  # Another guardian that is stopping it may still find this lease and restore the run file.
  tenths=0
  while [ -e "run/$engine.leaving" ] && [ "$tenths" -lt 150 ]; do
    tenths=$((tenths + 1))
    sleep 0.1
  done
  mv "run/$engine" "run/$engine.leaving" 2>/dev/null || continue
  if claimed; then
    mv "run/$engine.leaving" "run/$engine"
    continue
  fi
  { read -r pid; read -r signal; } <"run/$engine.leaving"
  stop "$pid" "$signal"
  rm -f "run/$engine.leaving"
done
