package dev.switchboard.cli.tables;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.TableSpecificationCreator;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.explorer.definition.TableFileReader;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tables create}: creates the messages table, or a table that a file describes. */
@Command(name = "create")
final class CreateCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(CreateCommand.class);
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--with-index")
    private boolean withIndex;

    @Option(names = "--with-stream")
    private boolean withStream;

    @Option(names = "--on-demand")
    private boolean onDemand;

    @Option(names = "--from", paramLabel = "FILE")
    private @Nullable Path file;

    CreateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        if (file == null) {
            return createMessagesTable();
        }
        if (withIndex || withStream || onDemand) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), TEXT.get("tables.create.from-alone"));
        }
        return createFrom(file);
    }

    private int createMessagesTable() throws Exception {
        return invocation.run((session, progress) -> {
            String named = name == null ? session.settings().messagesTable() : name;
            print(session.tables().create(MessagesTablePreset.of(named, withIndex, withStream, onDemand), progress));
            return ExitStatus.DONE;
        });
    }

    private int createFrom(Path from) throws Exception {
        return invocation.run((session, progress) -> {
            session.permits().checkUnlocked("CreateTable");
            TableSpecification table = TableFileReader.read(from, name);
            TableSpecificationCreator.Created created = session.explorer().tableCreator().create(table, progress);
            TableDetails details = session.tables().describe(created.table());
            if (invocation.json()) {
                Map<String, @Nullable Object> document = TableFormatter.details(details);
                document.put("notSet", created.notSet());
                document.put("notOffered", created.notOffered());
                invocation.print(document);
            } else {
                print(details);
            }
            if (!created.notOffered().isEmpty()) {
                invocation.note(TEXT.get("tables.restored.not-offered", String.join(", ", created.notOffered())));
            }
            created.notSet().forEach(invocation::note);
            return created.notSet().isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
        });
    }

    private void print(TableDetails created) {
        if (invocation.json()) {
            invocation.print(TableFormatter.details(created));
        } else {
            invocation.print(TEXT.get("tables.created", created.name(), created.status()));
        }
    }
}
