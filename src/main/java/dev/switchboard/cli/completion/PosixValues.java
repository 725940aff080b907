package dev.switchboard.cli.completion;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What bash and zsh have in common: the cases that tell which values an option or an argument of a command takes. */
final class PosixValues {
    private final StringBuilder script;
    private final Function<List<String>, String> choices;

    private PosixValues(StringBuilder script, Function<List<String>, String> choices) {
        this.script = script;
        this.choices = choices;
    }

    /**
     * Appends the cases of all commands.
     *
     * @param choices writes the possible values as the shell keeps several
     */
    static void append(StringBuilder script, CompletionNode root, Function<List<String>, String> choices) {
        PosixValues values = new PosixValues(script, choices);
        for (CompletionNode node : root.all()) {
            node.options().forEach(option -> values.append(quoted(node.path()), option.names(), option.values()));
            values.append(quoted(node.path()), List.of(""), node.argument());
        }
        root.inherited().forEach(option -> values.append("*", option.names(), option.values()));
    }

    private void append(String command, List<String> names, CompletionValues values) {
        if (values.count() == 0) {
            return;
        }
        script.append("    (").append(names.stream().map(name -> command + ":" + name).collect(Collectors.joining("|")))
                .append(") count=").append(values.count())
                .append(" choices=").append(choices.apply(values.choices()))
                .append(" kind=").append(switch (values.kind()) {
                    case ANY -> "";
                    case FILE -> "file";
                    case FOLDER -> "directory";
                }).append(" ;;\n");
    }

    /** Quotes a text for both shells. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
