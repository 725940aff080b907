package dev.switchboard.cli.completion;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the script for bash, from version 3.2 on. */
final class BashCompletion {
    private static final String LINE = "\n";

    private BashCompletion() {}

    static String script(CompletionNode root) {
        StringBuilder script = new StringBuilder("""
                # Completion of switchboard in bash. Written by: switchboard completion bash

                # Sets the subcommands and the options of a command.
                _switchboard_command() {
                  subcommands= options=
                  case "$1" in
                """);
        for (CompletionNode node : root.all()) {
            script.append("    ").append(PosixValues.quoted(node.path())).append(") subcommands=")
                    .append(PosixValues.quoted(node.subcommands().stream().map(CompletionNode::name).collect(Collectors.joining(" "))))
                    .append(" options=").append(PosixValues.quoted(names(node.options()))).append(" ;;").append(LINE);
        }
        script.append("""
                  esac
                  options="$options %s"
                }

                # Sets how many values an option of a command takes, and what they can be; without an option, those of its arguments.
                _switchboard_values() {
                  count=0 choices= kind=
                  case "$1:$2" in
                """.formatted(names(root.inherited())));
        PosixValues.append(script, root, choices -> PosixValues.quoted(String.join(" ", choices)));
        return script.append("""
                  esac
                }

                _switchboard() {
                  local current="${COMP_WORDS[COMP_CWORD]}" command= option= ended= i word
                  local subcommands options count=0 choices kind
                  _switchboard_command ""
                  # An equals sign is a word of its own here.
                  [ "$current" = "=" ] && current=
                  for ((i = 1; i < COMP_CWORD; i++)); do
                    word="${COMP_WORDS[i]}"
                    if [ "$word" = "=" ]; then
                      continue
                    elif [ "$count" -gt 0 ]; then
                      count=$((count - 1))
                    elif [ "$word" = "--" ]; then
                      ended=yes
                    elif [ -z "$ended" ] && [ "${word:0:1}" = "-" ]; then
                      option="$word"
                      _switchboard_values "$command" "$word"
                    else
                      case " $subcommands " in
                        *" $word "*)
                          command="${command:+$command }$word"
                          _switchboard_command "$command"
                          ;;
                      esac
                    fi
                  done
                  if [ "$count" -eq 0 ]; then
                    if [ -z "$ended" ] && [ "${current:0:1}" = "-" ]; then
                      choices="$options" kind=
                    elif [ -n "$subcommands" ]; then
                      choices="$subcommands" kind=
                    else
                      _switchboard_values "$command" ""
                    fi
                  fi
                  local IFS=$'\\n'
                  COMPREPLY=($(IFS=' '; compgen -W "$choices" -- "$current"))
                  if [ -n "$kind" ]; then
                    COMPREPLY+=($(compgen -A "$kind" -- "$current"))
                    compopt -o filenames 2>/dev/null
                  fi
                }

                complete -F _switchboard switchboard
                """).toString();
    }

    private static String names(List<CompletionOption> options) {
        return options.stream().flatMap(option -> option.names().stream()).collect(Collectors.joining(" "));
    }
}
