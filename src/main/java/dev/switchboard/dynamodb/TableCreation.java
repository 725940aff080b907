package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsClients;
import dev.switchboard.failure.BadInput;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Failed;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Creates a table and waits until it can be used. */
final class TableCreation {
    private static final Messages TEXT = Messages.of(TableCreation.class);
    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
    private final AwsClients clients;
    private final TableReader reader;

    TableCreation(AwsClients clients, TableReader reader) {
        this.clients = clients;
        this.reader = reader;
    }

    TableDetails create(TableDefinition definition, Progress progress) {
        BadInput bad = TableRules.check(definition);
        if (bad != null) {
            throw bad;
        }
        String name = definition.name();
        progress.stopIfCancelled();
        progress.step(TEXT.get("create.asking", name));
        try {
            clients.dynamoDb().createTable(CreateRequest.of(definition));
        } catch (ResourceInUseException e) {
            if (e.numAttempts() < 2 || !isBeingMade(definition)) {
                throw existing(definition, e);
            }
            // The SDK asked again because an answer was lost: it is our own table.
        } catch (SdkException e) {
            if (!Unanswered.is(e)) {
                throw e;
            }
            throw new Failed(TEXT.get("create.unknown", name, Unanswered.why(e)), TEXT.get("create.cancelled.remedy"), e);
        }
        return Stopped.saying(
                cause -> new Cancelled(TEXT.get("create.cancelled", name), TEXT.get("create.cancelled.remedy"), cause),
                () -> awaitActive(name, progress));
    }

    private boolean isBeingMade(TableDefinition definition) {
        return reader.find(definition.name()).map(table -> definition.differences(table).isEmpty()).orElse(false);
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
