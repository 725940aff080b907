package dev.switchboard.dynamodb.backup;

import dev.switchboard.activity.Backend;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.table.TableCreator;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates a table with all of its settings. Thread-safe. */
public final class TableSpecificationCreator {
    private static final Messages TEXT = Messages.of(TableSpecificationCreator.class);
    private final AwsClients clients;

    public TableSpecificationCreator(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * A table that was created.
     *
     * @param notSet the settings that could not be set, one sentence each
     * @param notOffered the settings that the engine does not have, with their values
     */
    public record Created(String table, List<String> notSet, List<String> notOffered) {
        public Created {
            notSet = List.copyOf(notSet);
            notOffered = List.copyOf(notOffered);
        }
    }

    /**
     * Creates a table, waits until it is ACTIVE, then sets its settings. A local engine that does not accept encryption, table class or
     * limits creates the table without them.
     *
     * @throws InvalidInputException if the definition is not valid; nothing was created
     * @throws OperationFailedException if a table of that name exists
     * @throws dev.switchboard.failure.OperationCancelledException if canceled; the message says what was done
     */
    public Created create(TableSpecification table, Progress progress) {
        TableDefinition definition = table.definition();
        InvalidInputException bad = TableRules.check(definition);
        if (bad != null) {
            throw bad;
        }
        String name = definition.name();
        TableSettings settings = table.settings();
        try (WriteAuthorization authorization =
                clients.permits().authorize(Backend.DYNAMODB, "tables create", TEXT.get("journal.create", name))) {
            @Nullable String rejected = null;
            if (clients.dynamoDbTarget().aws()) {
                var _ = new TableCreator(clients, new TableReader(clients)).create(authorization, definition, settings, progress);
            } else {
                rejected = RestoredTable.create(clients, authorization, definition, settings, progress);
            }
            TableSettingsRestorer.Outcome outcome =
                    new TableSettingsRestorer(clients, TableSettingsRestorer.USUAL, TableSettingsRestorer.Purpose.CREATE)
                            .restore(authorization, name, settings, rejected, progress);
            return new Created(name, outcome.failed(), outcome.notOffered());
        }
    }
}
