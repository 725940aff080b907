package dev.switchboard.cli.completion;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the script for fish, with descriptions. */
final class FishCompletion {
    private static final String LINE = "\n";

    private FishCompletion() {}

    static String script(CompletionNode root) {
        StringBuilder script = new StringBuilder("""
                # Completion of switchboard in fish. Written by: switchboard completion fish

                # Prints how many values an option of a command takes.
                function __switchboard_count
                    switch "$argv[1]:$argv[2]"
                """);
        for (CompletionNode node : root.all()) {
            node.options().forEach(option -> count(script, node.path(), option));
        }
        root.inherited().forEach(option -> count(script, "*", option));
        script.append("""
                        case '*'
                            echo 0
                    end
                end

                # Prints the words of the command that is being typed.
                function __switchboard_command
                    set -l command ''
                    set -l count 0
                    for word in (commandline -opc)[2..-1]
                        if test $count -gt 0
                            set count (math $count - 1)
                        else if string match -q -- '-*' $word
                            string match -q -- '*=*' $word; or set count (__switchboard_count "$command" "$word")
                        else if contains -- (string trim -- "$command $word") $__switchboard_commands
                            set command (string trim -- "$command $word")
                        end
                    end
                    echo $command
                end

                function __switchboard_at
                    test (__switchboard_command) = "$argv[1]"
                end

                """);
        script.append("set -g __switchboard_commands ").append(root.all().stream().map(CompletionNode::path)
                .filter(path -> !path.isEmpty()).map(FishCompletion::quoted).collect(Collectors.joining(" "))).append(LINE);
        script.append("complete -c switchboard -f").append(LINE);
        root.inherited().forEach(option -> option(script, "", option));
        for (CompletionNode node : root.all()) {
            String at = " -n " + quoted("__switchboard_at \"" + node.path() + "\"");
            node.subcommands().forEach(sub -> script.append("complete -c switchboard").append(at).append(" -a ").append(quoted(sub.name()))
                    .append(" -d ").append(quoted(sub.description())).append(LINE));
            node.options().forEach(option -> option(script, at, option));
            if (node.argument().proposes()) {
                script.append("complete -c switchboard").append(at).append(proposals(node.argument())).append(LINE);
            }
        }
        return script.toString();
    }

    private static void count(StringBuilder script, String path, CompletionOption option) {
        if (option.values().count() > 0) {
            String patterns = option.names().stream().map(name -> quoted(path + ":" + name)).collect(Collectors.joining(" "));
            script.append("        case ").append(patterns).append(LINE)
                    .append("            echo ").append(option.values().count()).append(LINE);
        }
    }

    private static void option(StringBuilder script, String at, CompletionOption option) {
        script.append("complete -c switchboard").append(at);
        option.names().forEach(name -> script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1)));
        if (option.values().count() > 0) {
            script.append(" -r").append(proposals(option.values()));
        }
        script.append(" -d ").append(quoted(option.description())).append(LINE);
    }

    private static String proposals(CompletionValues values) {
        List<String> choices = values.choices();
        String words = choices.isEmpty() ? "" : " -a " + quoted(String.join(" ", choices));
        return switch (values.kind()) {
            case ANY -> " -f" + words;
            case FILE -> " -F" + words;
            case FOLDER -> " -f -a " + quoted(Stream.concat(choices.stream(), Stream.of("(__fish_complete_directories)"))
                    .collect(Collectors.joining(" ")));
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
