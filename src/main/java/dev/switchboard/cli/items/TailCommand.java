package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.stream.StreamEvent;
import dev.switchboard.dynamodb.stream.StreamTail;
import dev.switchboard.text.Messages;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code items tail}: prints the changes to the items of a table as they are made. */
@Command(name = "tail")
final class TailCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(TailCommand.class);
    private final Invocation invocation;
    private long printed;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "TABLE")
    private String table = "";

    @Option(names = "--from", paramLabel = "latest|oldest")
    private String from = "latest";

    @Option(names = "--limit", paramLabel = "N", converter = Converters.CountConverter.class)
    private @Nullable Long limit;

    TailCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        StreamTail.From begin = switch (from) {
            case "latest" -> StreamTail.From.LATEST;
            case "oldest" -> StreamTail.From.OLDEST;
            default -> throw new ParameterException(Objects.requireNonNull(spec).commandLine(), TEXT.get("tail.from"));
        };
        return invocation.run((session, progress) -> {
            session.explorer().tail().follow(table, begin, this::print, invocation::note, progress);
            return ExitStatus.DONE;
        });
    }

    private boolean print(StreamEvent event) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT);
        if (invocation.json()) {
            invocation.printJson(Json.write(Json.object(
                    "event", kind,
                    "at", event.at(),
                    "keys", new Json.Raw(event.keys().toJson()),
                    "old", raw(event.before()),
                    "new", raw(event.after()))));
        } else {
            invocation
                    .print(TEXT.get("tail.event", event.at().toString(), TEXT.get("tail." + kind), event.keys().toJson(), changes(event)));
        }
        invocation.stopIfOutputClosed();
        printed++;
        return limit == null || printed < limit;
    }

    private static Json.@Nullable Raw raw(@Nullable Item item) {
        return item == null ? null : new Json.Raw(item.toJson());
    }

    /** The attributes that differ between the images, with both values; empty where the stream has no images. */
    private static String changes(StreamEvent event) {
        Set<String> names = new TreeSet<>();
        Item before = event.before();
        Item after = event.after();
        if (before != null) {
            names.addAll(before.names());
        }
        if (after != null) {
            names.addAll(after.names());
        }
        names.removeAll(event.keys().names());
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            String old = value(before, name);
            String now = value(after, name);
            if (!old.equals(now)) {
                text.append("  ").append(name).append(": ");
                text.append(old.isEmpty() ? now : now.isEmpty() ? "-" + old : old + " → " + now);
            }
        }
        return text.toString();
    }

    private static String value(@Nullable Item item, String name) {
        return item == null || !item.names().contains(name) ? "" : item.only(Set.of(name)).toJson();
    }
}
