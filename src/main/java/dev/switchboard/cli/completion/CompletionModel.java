package dev.switchboard.cli.completion;

import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualTopic;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** Reads from picocli's model what shells need. The placeholder of a value says what it can be: {@code dev|prd}, {@code FILE}. */
final class CompletionModel {
    private static final Pattern LITERAL = Pattern.compile("[a-z][a-z0-9-]*");

    private CompletionModel() {}

    static CompletionNode of(CommandSpec root) {
        return node(root, "");
    }

    private static CompletionNode node(CommandSpec spec, String path) {
        List<CompletionNode> subcommands = spec.subcommands().entrySet().stream()
                .map(sub -> node(sub.getValue().getCommandSpec(), (path + " " + sub.getKey()).strip()))
                .toList();
        List<OptionSpec> own = spec.options().stream().filter(option -> !option.inherited()).toList();
        return new CompletionNode(
                path,
                spec.name(),
                String.join(" ", spec.usageMessage().header()),
                own.stream().filter(option -> !isForAll(option)).map(CompletionModel::option).toList(),
                own.stream().filter(CompletionModel::isForAll).map(CompletionModel::option).toList(),
                subcommands,
                spec.positionalParameters().isEmpty() ? CompletionValues.NONE : argument(spec));
    }

    private static boolean isForAll(OptionSpec option) {
        return option.scopeType() == ScopeType.INHERIT;
    }

    private static CompletionOption option(OptionSpec option) {
        return new CompletionOption(List.of(option.names()), String.join(" ", option.description()), values(option));
    }

    private static CompletionValues values(ArgSpec value) {
        String label = value.paramLabel();
        List<String> words = Arrays.asList(label.split("\\|", -1));
        List<String> choices = words.stream().filter(word -> LITERAL.matcher(word).matches()).toList();
        CompletionValues.Kind kind = words.contains("FILE") ? CompletionValues.Kind.FILE
                : words.contains("DIR") ? CompletionValues.Kind.FOLDER : CompletionValues.Kind.ANY;
        return new CompletionValues(value.arity().max(), choices, kind);
    }

    /** What the arguments of a command can be; the first that something is known of is enough for a proposal. */
    private static CompletionValues argument(CommandSpec spec) {
        if (spec.name().equals("help")) {
            return new CompletionValues(1, topics(spec.root().commandLine()), CompletionValues.Kind.ANY);
        }
        return spec.positionalParameters().stream()
                .map(CompletionModel::values)
                .filter(CompletionValues::proposes)
                .findFirst()
                .orElse(CompletionValues.NONE);
    }

    private static List<String> topics(CommandLine root) {
        Stream<String> commands = root.getSubcommands().keySet().stream();
        return Stream.concat(new Manual().topics().stream().map(ManualTopic::id), commands).distinct().toList();
    }
}
