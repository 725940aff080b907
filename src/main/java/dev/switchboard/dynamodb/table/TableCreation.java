package dev.switchboard.dynamodb.table;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.JournalInterceptor;
import dev.switchboard.dynamodb.item.Endings;
import dev.switchboard.dynamodb.item.Stopped;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TablePlace;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.BadInput;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Failed;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Recording;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Creates a table and waits until it can be used. */
public final class TableCreation {
    private static final Messages TEXT = Messages.of(TableCreation.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
    private final AwsClients clients;
    private final TableReader reader;

    public TableCreation(AwsClients clients, TableReader reader) {
        this.clients = clients;
        this.reader = reader;
    }

    public TableDetails create(TableDefinition definition, Progress progress) {
        BadInput bad = TableRules.check(definition);
        if (bad != null) {
            throw bad;
        }
        String name = definition.name();
        progress.stopIfCancelled();
        progress.step(TEXT.get("create.asking", name));
        Intent intent = Intent.event("tables create", TEXT.get("journal.create", name), TEXT.get("journal.create.undo"));
        Recording change = clients.begin(intent, TablePlace.named(clients, name));
        try {
            ask(definition, change);
            TableDetails made = Stopped.saying(
                    cause -> new Cancelled(TEXT.get("create.cancelled", name), TEXT.get("create.cancelled.remedy"), cause),
                    () -> awaitActive(name, progress));
            change.done("");
            return made;
        } catch (RuntimeException e) {
            throw Endings.toldEvent(change, e);
        }
    }

    private void ask(TableDefinition definition, Recording change) {
        try {
            clients.dynamoDb()
                    .createTable(CreateRequest.of(definition).toBuilder().overrideConfiguration(JournalInterceptor.of(change)).build());
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

    private Failed existing(TableDefinition definition, ResourceInUseException cause) {
        String name = definition.name();
        Optional<TableDetails> found = reader.find(name);
        if (found.isEmpty()) {
            return new Failed(TEXT.get("create.in-use", name), TEXT.get("create.in-use.remedy"), cause);
        }
        List<String> differences = definition.differences(found.get());
        String sentence = differences.isEmpty()
                ? TEXT.get("create.exists-same", name, found.get().status())
                : TEXT.get("create.exists-differs", name, String.join("; ", differences));
        return new Failed(sentence, TEXT.get("create.exists.remedy"), cause);
    }

    private TableDetails awaitActive(String name, Progress progress) {
        Duration pause = FIRST_LOOK;
        while (true) {
            // Right after CreateTable the table may not be found, because DescribeTable reads a copy that is a moment old.
            Optional<TableDescription> table = reader.description(name);
            String status = table.map(TableDescription::tableStatusAsString).orElse("CREATING");
            if (status.equals("ACTIVE")) {
                return reader.find(name).orElseThrow(() -> new Failed(TEXT.get("create.vanished", name), null));
            }
            progress.step(TEXT.get("create.waiting", name, status));
            Waiting.pause(pause, progress);
            pause = pause.multipliedBy(2).compareTo(LONGEST_LOOK) < 0 ? pause.multipliedBy(2) : LONGEST_LOOK;
        }
    }
}
