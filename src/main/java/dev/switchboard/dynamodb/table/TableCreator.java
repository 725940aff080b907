package dev.switchboard.dynamodb.table;

import dev.switchboard.activity.Backend;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Creates a table and waits until it is ACTIVE. */
public final class TableCreator {
    private static final Messages TEXT = Messages.of(TableCreator.class);
    /**
     * So often in a row a table that was seen is not found before it counts as deleted: about seven seconds, in which also a DescribeTable
     * that reads a copy from before the creation has caught up.
     */
    private static final int MISSES = 8;
    private final AwsClients clients;
    private final TableReader reader;
    private final Poller poller;

    public TableCreator(AwsClients clients, TableReader reader) {
        this(clients, reader, Tables.STATE_CHANGE);
    }

    /** @param poller how the state is asked for, and for how long */
    TableCreator(AwsClients clients, TableReader reader, Poller poller) {
        this.clients = clients;
        this.reader = reader;
        this.poller = poller;
    }

    /** Creates a table as a change of its own; see {@link Tables#create}. */
    public TableDetails create(TableDefinition definition, Progress progress) {
        try (WriteAuthorization authorization =
                clients.permits().authorize(Backend.DYNAMODB, "tables create", TEXT.get("journal.create", definition.name()))) {
            return create(authorization, definition, progress);
        }
    }

    /** Creates a table as one step of a piece of work that was authorized before. */
    public TableDetails create(WriteAuthorization authorization, TableDefinition definition, Progress progress) {
        return create(authorization, definition, null, progress);
    }

    /**
     * Creates a table like {@link #create(WriteAuthorization, TableDefinition, Progress)} with those of its settings that apply from its
     * first item on: encryption, table class and on-demand limits.
     *
     * @param settings null for the defaults
     */
    public TableDetails create(
            WriteAuthorization authorization, TableDefinition definition, @Nullable TableSettings settings, Progress progress) {
        InvalidInputException bad = TableRules.check(definition);
        if (bad != null) {
            throw bad;
        }
        String name = definition.name();
        progress.stopIfCancelled();
        progress.step(TEXT.get("create.asking", name));
        Intent intent = Intent.event("tables create", TEXT.get("journal.create", name), TEXT.get("journal.create.undo"));
        WritePermit change = authorization.begin(intent, TableChangeTargets.named(clients, name), null);
        try {
            ask(definition, settings, change);
            TableDetails made = Cancellations.saying(
                    cause -> new OperationCancelledException(TEXT.get("create.cancelled", name), TEXT.get("create.cancelled.remedy"),
                            cause),
                    () -> awaitActive(name, progress));
            change.done("");
            return made;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.toldEvent(change, e);
        }
    }

    private void ask(TableDefinition definition, @Nullable TableSettings settings, WritePermit change) {
        try {
            clients.dynamoDb()
                    .createTable(CreateTableRequestMapper.of(definition, settings).toBuilder()
                            .overrideConfiguration(PermitInterceptor.of(change))
                            .build());
        } catch (ResourceInUseException e) {
            if (!isOurs(definition, e)) {
                throw existing(definition, e);
            }
        }
    }

    /** Returns whether the existing table was created by an earlier attempt of this call, whose response was lost. */
    private boolean isOurs(TableDefinition definition, ResourceInUseException thrown) {
        Integer attempts = thrown.numAttempts();
        return attempts != null
                && attempts > 1
                && reader.find(definition.name()).filter(found -> definition.differences(found).isEmpty()).isPresent();
    }

    private OperationFailedException existing(TableDefinition definition, ResourceInUseException cause) {
        String name = definition.name();
        Optional<TableDetails> found = reader.find(name);
        if (found.isEmpty()) {
            return new OperationFailedException(TEXT.get("create.in-use", name), TEXT.get("create.in-use.remedy"), cause);
        }
        List<String> differences = definition.differences(found.get());
        String sentence = differences.isEmpty()
                ? TEXT.get("create.exists-same", name, found.get().status())
                : TEXT.get("create.exists-differs", name, String.join("; ", differences));
        return new OperationFailedException(sentence, TEXT.get("create.exists.remedy"), cause);
    }

    private TableDetails awaitActive(String name, Progress progress) {
        return new ActiveTableWait(name, progress).run();
    }

    /** Follows the state of a table that is being created. */
    private final class ActiveTableWait {
        private final String name;
        private final Progress progress;
        private String status = "CREATING";
        private boolean seen;
        private int misses;

        ActiveTableWait(String name, Progress progress) {
            this.name = name;
            this.progress = progress;
        }

        TableDetails run() {
            return poller.poll(this::active, progress, this::late);
        }

        private Optional<TableDetails> active() {
            Optional<TableDescription> table = reader.description(name);
            if (table.isEmpty()) {
                // Right after CreateTable the table may not be found, because DescribeTable is eventually consistent.
                misses++;
                if (seen && misses >= MISSES) {
                    throw vanished();
                }
            } else {
                seen = true;
                misses = 0;
                status = String.valueOf(table.get().tableStatusAsString());
                if (status.equals("ACTIVE")) {
                    return Optional.of(reader.find(name).orElseThrow(this::vanished));
                }
            }
            progress.step(TEXT.get("create.waiting", name, status));
            return Optional.empty();
        }

        private OperationFailedException vanished() {
            return new OperationFailedException(TEXT.get("create.vanished", name), TEXT.get("create.vanished.remedy"));
        }

        private OperationFailedException late() {
            long minutes = Math.max(1, poller.bound().toMinutes());
            return misses > 0
                    ? new OperationFailedException(TEXT.get("create.not-found", name, minutes), TEXT.get("create.not-found.remedy"))
                    : new OperationFailedException(TEXT.get("create.late", name, status, minutes), TEXT.get("create.late.remedy"));
        }
    }
}
