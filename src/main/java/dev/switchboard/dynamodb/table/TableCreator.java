package dev.switchboard.dynamodb.table;

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
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Creates a table and waits until it can be used. */
public final class TableCreator {
    private static final Messages TEXT = Messages.of(TableCreator.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
    private final AwsClients clients;
    private final TableReader reader;

    public TableCreator(AwsClients clients, TableReader reader) {
        this.clients = clients;
        this.reader = reader;
    }

    /** Creates a table as a change of its own; see {@link Tables#create}. */
    public TableDetails create(TableDefinition definition, Progress progress) {
        try (WriteAuthorization authorization =
                clients.permits().authorize("tables create", TEXT.get("journal.create", definition.name()))) {
            return create(authorization, definition, progress);
        }
    }

    /** Creates a table as one step of a piece of work that was authorized before. */
    public TableDetails create(WriteAuthorization authorization, TableDefinition definition, Progress progress) {
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
            ask(definition, change);
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

    private void ask(TableDefinition definition, WritePermit change) {
        try {
            clients.dynamoDb()
                    .createTable(CreateTableRequestMapper.of(definition).toBuilder().overrideConfiguration(PermitInterceptor.of(change))
                            .build());
        } catch (ResourceInUseException e) {
            if (!isOurs(definition, e)) {
                throw existing(definition, e);
            }
        }
    }

    /** Whether the table that is in the way was made by a former attempt of this very call, whose answer was lost. */
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
        Duration pause = FIRST_LOOK;
        while (true) {
            // Right after CreateTable the table may not be found, because DescribeTable reads a copy that is a moment old.
            Optional<TableDescription> table = reader.description(name);
            String status = table.map(TableDescription::tableStatusAsString).orElse("CREATING");
            if (status.equals("ACTIVE")) {
                return reader.find(name).orElseThrow(() -> new OperationFailedException(TEXT.get("create.vanished", name), null));
            }
            progress.step(TEXT.get("create.waiting", name, status));
            ThreadWaiter.pause(pause, progress);
            pause = pause.multipliedBy(2).compareTo(LONGEST_LOOK) < 0 ? pause.multipliedBy(2) : LONGEST_LOOK;
        }
    }
}
