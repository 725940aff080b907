package dev.switchboard.cli.help;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualHit;
import dev.switchboard.manual.ManualTopic;
import dev.switchboard.manual.PlainTextFormatter;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help}: prints a page of the manual or the usage of a command, searches the manual, and prints the man page. */
@Command(name = "help")
public final class HelpCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(HelpCommand.class);
    private static final int MOST_HITS = 12;
    private final Invocation invocation;

    @Parameters(paramLabel = "TOPIC", arity = "0..*")
    private List<String> words = List.of();

    @Option(names = "--search")
    private boolean search;

    @Option(names = "--man")
    private boolean man;

    @Spec
    private @Nullable CommandSpec spec;

    public HelpCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (man) {
            invocation.printExact(ManPageFormatter.page(root()));
            return ExitStatus.DONE;
        }
        Manual manual = new Manual();
        String name = String.join(" ", words);
        if (search) {
            printHits(manual, name);
        } else if (words.isEmpty()) {
            printTopics(manual);
        } else {
            print(manual, name);
        }
        return ExitStatus.DONE;
    }

    private CommandLine root() {
        if (spec == null) {
            throw new IllegalStateException("not parsed");
        }
        return spec.root().commandLine();
    }

    private void printTopics(Manual manual) {
        TextTable table = new TextTable(TEXT.get("help.topic"), TEXT.get("help.about"));
        manual.topics().forEach(topic -> table.row(topic.id(), topic.description()));
        invocation.print(table);
        invocation.note(TEXT.get("help.how"));
    }

    /** A topic and a command can have the same name: the page says what the command is for, so it comes first. */
    private void print(Manual manual, String name) {
        Optional<ManualTopic> topic = manual.topic(name);
        @Nullable CommandLine command = command();
        if (topic.isPresent()) {
            OutputStyle style = OutputStyle.of(invocation.context());
            PlainTextFormatter.lines(manual.pageOrContents(topic.get().id()), style.width()).forEach(style::print);
            if (command != null) {
                invocation.note("");
                invocation.note(TEXT.get("help.both", topic.get().title(), command.getCommandSpec().qualifiedName()));
            }
        } else if (command != null) {
            command.usage(invocation.context().out());
        } else {
            throw new InvalidInputException("help_topic_unknown", TEXT.get("help.unknown", name), TEXT.get("help.unknown.remedy", name));
        }
    }

    /** Returns the command with these words, or null. */
    private @Nullable CommandLine command() {
        @Nullable CommandLine command = root();
        for (String word : words) {
            command = command == null ? null : command.getSubcommands().get(word);
        }
        return command;
    }

    private void printHits(Manual manual, String query) {
        if (query.isBlank()) {
            throw new InvalidInputException("help_search_empty", TEXT.get("help.nothing"), TEXT.get("help.nothing.remedy"));
        }
        List<ManualHit> hits = manual.search(query);
        if (hits.isEmpty()) {
            throw new OperationFailedException(TEXT.get("help.no-hit", query), TEXT.get("help.no-hit.remedy"));
        }
        OutputStyle style = OutputStyle.of(invocation.context());
        for (ManualHit hit : hits.subList(0, Math.min(MOST_HITS, hits.size()))) {
            style.printBold(TEXT.get("help.hit", hit.page().id(), hit.title()));
            if (!hit.excerpt().isEmpty()) {
                invocation.print("    " + hit.excerpt());
            }
        }
        if (hits.size() > MOST_HITS) {
            invocation.note(TEXT.get("help.hits-more", hits.size() - MOST_HITS));
        }
        invocation.note(TEXT.get("help.hits-how", hits.getFirst().page().id()));
    }
}
