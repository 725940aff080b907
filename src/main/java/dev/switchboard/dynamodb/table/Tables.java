package dev.switchboard.dynamodb.table;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tables of the account and region: listed, described, created and protected. Safe for several threads. */
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

    /** Every name, of all pages of the list. */
    public List<String> names() {
        return reader.names();
    }

    /**
     * Every table with its details, by name, in whatever state it is. One that vanishes while this reads is left out.
     *
     * @throws dev.switchboard.failure.OperationCancelledException on request
     */
    public List<TableDetails> list(Progress progress) {
        return new TableListReader(reader).read(progress);
    }

    /**
     * One table.
     *
     * @throws OperationFailedException where there is none
     */
    public TableDetails describe(String name) {
        return find(name).orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
    }

    /** One table, empty where there is none. */
    public Optional<TableDetails> find(String name) {
        InvalidInputException bad = TableRules.checkName(name);
        if (bad != null) {
            throw bad;
        }
        return reader.find(name);
    }

    /**
     * Whether a table has a stream; one call, for those who ask before each write.
     *
     * @throws OperationFailedException where there is no such table
     */
    public boolean hasStream(String name) {
        return reader.description(name)
                .map(TableDescriptionMapper::hasStream)
                .orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
    }

    /**
     * Creates a table and waits until it is ACTIVE.
     *
     * @throws InvalidInputException where the definition breaks a rule; nothing was done
     * @throws OperationFailedException where there is one of that name already, saying what differs
     * @throws dev.switchboard.failure.OperationCancelledException on request; the table goes on being made, which the sentence says
     */
    public TableDetails create(TableDefinition definition, Progress progress) {
        return new TableCreator(clients, reader).create(definition, progress);
    }

    /**
     * Switches the deletion protection on or off.
     *
     * @return the table as it is then
     * @throws OperationFailedException where there is no such table
     */
    public TableDetails protect(String name, boolean on) {
        describe(name);
        new TableProtector(clients).protect(name, on);
        return describe(name);
    }

    /**
     * Switches the recovery to any moment of the last 35 days on or off; off forgets all of those moments.
     *
     * @return the table as it is then
     * @throws OperationFailedException where there is no such table, or the engine knows no such recovery
     */
    public TableDetails recovery(String name, boolean on) {
        describe(name);
        new TableProtector(clients).recovery(name, on);
        return describe(name);
    }
}
