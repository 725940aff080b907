package dev.switchboard.cli.completion;

import java.util.List;
import java.util.stream.Stream;

/** Writes the script for zsh, with descriptions. The name {@code options} is one that zsh itself uses. */
final class ZshCompletion {
    private static final String LINE = "\n";

    private ZshCompletion() {}

    static String script(CompletionNode root) {
        StringBuilder script = new StringBuilder("""
                #compdef switchboard
                # Completion of switchboard in zsh. Written by: switchboard completion zsh

                # Sets the subcommands and the options of a command.
                _switchboard_command() {
                  subcommands=() flags=()
                  case "$1" in
                """);
        for (CompletionNode node : root.all()) {
            script.append("    (").append(PosixValues.quoted(node.path())).append(")").append(LINE);
            list(script, "subcommands", node.subcommands().stream().map(sub -> described(sub.name(), sub.description())));
            list(script, "flags", options(node.options()));
            script.append("      ;;").append(LINE);
        }
        script.append("  esac").append(LINE).append("  flags+=(").append(LINE);
        options(root.inherited()).forEach(option -> script.append("    ").append(option).append(LINE));
        script.append("""
                  )
                }

                # Sets how many values an option of a command takes, and what they can be; without an option, those of its arguments.
                _switchboard_values() {
                  count=0 choices=() kind=
                  case "$1:$2" in
                """);
        PosixValues.append(script, root, choices -> "(" + String.join(" ", choices) + ")");
        return script.append("""
                  esac
                }

                _switchboard() {
                  local current="${words[CURRENT]}" command= ended= kind= word
                  local -i count=0
                  local -a subcommands flags choices
                  _switchboard_command ""
                  for word in "${(@)words[2,CURRENT-1]}"; do
                    if (( count > 0 )); then
                      count=$(( count - 1 ))
                    elif [[ "$word" == -- ]]; then
                      ended=yes
                    elif [[ -z "$ended" && "$word" == -* ]]; then
                      [[ "$word" == *=* ]] || _switchboard_values "$command" "$word"
                    elif [[ -n "${subcommands[(r)${(b)word}:*]}" ]]; then
                      command="${command:+$command }$word"
                      _switchboard_command "$command"
                    fi
                  done
                  if (( count == 0 )); then
                    if [[ -z "$ended" && "$current" == --*=* ]]; then
                      _switchboard_values "$command" "${current%%=*}"
                      compset -P '*='
                    elif [[ -z "$ended" && "$current" == -* ]]; then
                      _describe -o option flags
                      return
                    elif (( $#subcommands > 0 )); then
                      _describe command subcommands
                      return
                    else
                      _switchboard_values "$command" ""
                    fi
                  fi
                  (( $#choices > 0 )) && compadd -- "${choices[@]}"
                  case "$kind" in
                    (file) _files ;;
                    (directory) _files -/ ;;
                  esac
                }

                if [[ "${funcstack[1]}" == _switchboard ]]; then
                  _switchboard "$@"
                else
                  compdef _switchboard switchboard
                fi
                """).toString();
    }

    private static void list(StringBuilder script, String name, Stream<String> entries) {
        List<String> all = entries.toList();
        if (!all.isEmpty()) {
            script.append("      ").append(name).append("=(").append(LINE);
            all.forEach(entry -> script.append("        ").append(entry).append(LINE));
            script.append("      )").append(LINE);
        }
    }

    private static Stream<String> options(List<CompletionOption> options) {
        return options.stream().flatMap(option -> option.names().stream().map(name -> described(name, option.description())));
    }

    /** The name must not contain a colon; after it, one is text. */
    private static String described(String name, String description) {
        return PosixValues.quoted(name + ":" + description);
    }
}
