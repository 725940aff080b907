package dev.switchboard.dynamodb.table;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.ServerTime;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists, describes, creates and protects the tables of the account and region. Thread-safe. */
public final class Tables {
    /**
     * The wait for a table that is being created or deleted. Both take seconds, or a minute or two with several indexes. After five minutes
     * the operation is stuck or another client has interfered, and DynamoDB continues it whether a client waits or not.
     */
    public static final Poller STATE_CHANGE = new Poller(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMinutes(5));

    private static final Messages TEXT = Messages.of(Tables.class);
    private final AwsClients clients;
    private final TableReader reader;

    public Tables(AwsClients clients) {
        this.clients = clients;
        reader = new TableReader(clients);
    }

    /** Returns the clock of the server, to a second; empty if it does not tell it. One request. */
    public Optional<Instant> serverTime() {
        return ServerTime.of(() -> clients.dynamoDb().listTables(request -> request.limit(1)));
    }

    /** Returns the names of all tables, from every page of the list. */
    public List<String> names() {
        return reader.names();
    }

    /**
     * Returns all tables with their details, sorted by name, in any status. A table that is deleted in the meantime is omitted.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if canceled
     */
    public List<TableDetails> list(Progress progress) {
        return new TableListReader(reader).read(progress);
    }

    /**
     * Returns the details of a table.
     *
     * @throws OperationFailedException if the table does not exist
     */
    public TableDetails describe(String name) {
        return find(name).orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
    }

    /** Returns the details of a table; empty if the table does not exist. */
    public Optional<TableDetails> find(String name) {
        InvalidInputException bad = TableRules.checkName(name);
        if (bad != null) {
            throw bad;
        }
        return reader.find(name);
    }

    /**
     * Returns the settings of a table that are not part of its details.
     *
     * @throws OperationFailedException if the table does not exist
     */
    public TableSettings settings(String name) {
        return reader.description(name)
                .map(table -> TableSettingsReader.read(clients, table))
                .orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
    }

    /**
     * Returns whether a table has a stream; a single call, for callers that check before each write.
     *
     * @throws OperationFailedException if the table does not exist
     */
    public boolean hasStream(String name) {
        return reader.description(name)
                .map(TableDescriptionMapper::hasStream)
                .orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
    }

    /**
     * Creates a table and waits until it is ACTIVE.
     *
     * @throws InvalidInputException if the definition is not valid; nothing was changed
     * @throws OperationFailedException if a table of that name exists, with the differences
     * @throws dev.switchboard.failure.OperationCancelledException if canceled; DynamoDB continues to create the table, as the message states
     */
    public TableDetails create(TableDefinition definition, Progress progress) {
        return new TableCreator(clients, reader).create(definition, progress);
    }

    /**
     * Turns deletion protection on or off.
     *
     * @return the updated table
     * @throws OperationFailedException if the table does not exist
     */
    public TableDetails protect(String name, boolean on) {
        describe(name);
        new TableProtector(clients).protect(name, on);
        return describe(name);
    }

    /**
     * Turns point-in-time recovery of the last 35 days on or off. Turning it off discards the recovery points.
     *
     * @return the updated table
     * @throws OperationFailedException if the table does not exist, or the engine does not support point-in-time recovery
     */
    public TableDetails recovery(String name, boolean on) {
        describe(name);
        new TableProtector(clients).recovery(name, on);
        return describe(name);
    }

    /**
     * Changes settings of a table and waits until each change is in effect. Changes that were made before a failure remain, and are in the
     * journal.
     *
     * @throws InvalidInputException if the update is not valid for the table; nothing was changed
     * @throws OperationFailedException if the table does not exist, or the engine does not support a change
     * @throws dev.switchboard.failure.OperationCancelledException if canceled; DynamoDB completes the change it has begun
     */
    public TableUpdateResult update(String name, TableUpdate update, Progress progress) {
        return new TableUpdater(clients, reader).update(describe(name), settings(name), update, progress);
    }
}
