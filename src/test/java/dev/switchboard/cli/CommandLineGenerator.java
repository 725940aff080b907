package dev.switchboard.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Generates command lines for every command: with its required arguments, and with each of its options in addition. */
final class CommandLineGenerator {
    /** Commands that are wrong without any of their options. */
    private static final Set<String> NEED_AN_OPTION = Set.of("tables update");

    /**
     * The values of placeholders: of a single option or command, such as {@code seed conversation --to} or
     * {@code db drop NAME}, or of all, such as {@code HANDLE}.
     */
    private final Map<String, List<String>> words;

    CommandLineGenerator(Map<String, List<String>> words) {
        this.words = words;
    }

    List<List<String>> of(CommandLine root) {
        return of(root, List.of());
    }

    private List<List<String>> of(CommandLine command, List<String> path) {
        List<List<String>> lines = new ArrayList<>();
        command.getSubcommands().forEach((name, sub) -> lines.addAll(of(sub, Stream.concat(path.stream(), Stream.of(name)).toList())));
        return command.getSubcommands().isEmpty() ? ofLeaf(command, path) : lines;
    }

    private List<List<String>> ofLeaf(CommandLine leaf, List<String> path) {
        List<OptionSpec> own = leaf.getCommandSpec().options().stream().filter(option -> !option.inherited()).toList();
        List<String> least = new ArrayList<>(path);
        own.stream().filter(ArgSpec::required).forEach(option -> least.addAll(written(path, option, first(path, option))));
        leaf.getCommandSpec().positionalParameters().forEach(parameter -> least.add(first(path, parameter)));
        List<List<String>> lines = new ArrayList<>();
        if (!NEED_AN_OPTION.contains(String.join(" ", path))) {
            lines.add(least);
        }
        for (OptionSpec option : own) {
            if (!option.required()) {
                for (String value : option.arity().max() == 0 ? List.of("") : values(path, option)) {
                    lines.add(Stream.concat(least.stream(), written(path, option, value).stream()).toList());
                }
            }
        }
        return lines;
    }

    private List<String> written(List<String> path, OptionSpec option, String value) {
        List<String> added = switch (option.longestName()) {
            // A destructive command is confirmed, so that only the lock stops it.
            case "--drop" -> List.of("--confirm", words.get("db setup NAME").getFirst());
            // At prd's usual rate the segments of the smallest table wait for each other for half a minute.
            // It takes two values.
            case "--sk-between" -> path.getLast().equals("query") ? List.of("b") : List.of("b", "--pk", "a");
            case "--segments" -> List.of("--rate", words.get("RCU").getFirst());
            case "--projection" -> List.of("--add-index", words.get("NAME:PK[:SK]").getFirst());
            default -> List.of();
        };
        List<String> given = value.isEmpty() ? List.of(option.longestName()) : List.of(option.longestName(), value);
        return Stream.concat(given.stream(), added.stream()).toList();
    }

    private String first(List<String> path, ArgSpec argument) {
        return values(path, argument).getFirst();
    }

    private List<String> values(List<String> path, ArgSpec argument) {
        String label = argument.paramLabel();
        String command = String.join(" ", path) + " ";
        String name = argument instanceof OptionSpec option ? option.longestName() : label;
        List<String> values = Stream.of(command + name, command + label, label)
                .filter(words::containsKey)
                .findFirst()
                .map(words::get)
                .orElse(List.of());
        if (values.isEmpty()) {
            throw new AssertionError("say in the test what stands for " + label + " of " + String.join(" ", path));
        }
        return values;
    }
}
