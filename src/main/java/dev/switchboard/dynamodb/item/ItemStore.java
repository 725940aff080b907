package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Reads and writes single items. Thread-safe; exceptions of the SDK are not wrapped. */
public final class ItemStore {
    private static final Messages TEXT = Messages.of(ItemStore.class);
    private final AwsClients clients;
    private final Map<String, KeySchema> keys = new ConcurrentHashMap<>();
    private final RecentTables recent;

    public ItemStore(AwsClients clients) {
        this.clients = clients;
        recent = new RecentTables(clients);
    }

    /**
     * Returns items of one partition, up to the limit of the query. Pages that a filter empties are skipped.
     *
     * @throws InvalidInputException if the page key is not valid
     */
    public ItemPage query(Query query) {
        return new QueryPageReader(clients.dynamoDb(), query).page();
    }

    /** Returns an item by its key with a strongly consistent read; empty if it does not exist. */
    public Optional<Item> get(String table, Item key) {
        GetItemResponse found = clients.dynamoDb()
                .getItem(b -> b.tableName(table)
                        .key(key.attributes())
                        .consistentRead(true)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        return found.hasItem() ? Optional.of(Item.of(found.item())) : Optional.empty();
    }

    /** Returns the existing ones of a few items by their keys, with one strongly consistent request unless DynamoDB throttles it. */
    public Map<Item, Item> get(String table, Collection<Item> wanted) {
        return new ItemImageReader(clients.dynamoDb(), table, keys(table)).read(wanted);
    }

    /** Returns what a write has to know about a table, from a description that is at most a minute old. */
    public TableState state(String table) {
        TableState state = recent.get(table);
        keys.put(table, state.keys());
        return state;
    }

    /** Records a change of items like {@link #begin(String, Intent)}, without describing the table. */
    public WritePermit begin(TableState table, Intent intent) {
        return clients.begin(intent, table.target());
    }

    /**
     * Records a change of items in the journal before it is made.
     *
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked
     * @throws dev.switchboard.failure.OperationFailedException if the journal cannot be written; nothing may be written then
     */
    public WritePermit begin(String table, Intent intent) {
        return clients.begin(intent, TableChangeTargets.of(clients, TableReader.descriptionOrFail(clients.dynamoDb(), table)));
    }

    /**
     * Runs a transaction as a separate change.
     *
     * @param writes 1 to 100 writes of distinct items, at most 4 MB in total
     * @param token the client request token, at most 36 characters; sending the same writes with it again within ten minutes has no effect
     * @throws WriteConflictException if a condition failed, or another transaction was in progress
     */
    public void transact(String table, List<Write> writes, String token) {
        String what = TEXT.get("journal.rows", writes.size());
        WritePermit change = begin(table, Intent.of("items transact", what, UndoKind.TRANSACTION));
        try {
            transact(table, writes, token, change);
            change.done(what);
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    /**
     * Runs a transaction as part of a change, which records the items before and after.
     *
     * @param change the change, which the caller ends
     * @throws TokenConflictException if different writes were sent with the token within ten minutes
     */
    public void transact(String table, List<Write> writes, String token, WritePermit change) {
        change.rows(new ItemImageReader(clients.dynamoDb(), table, keys(table)).changes(writes));
        transactRecorded(table, writes, token, change);
    }

    /**
     * Runs a transaction like {@link #transact(String, List, String, WritePermit)} without reading the items before: the condition of each
     * write states what they are, and where one does not hold, nothing is written.
     *
     * @throws IllegalArgumentException if a write has no such condition
     */
    public void transactExpected(String table, List<Write> writes, String token, WritePermit change) {
        change.rows(new ItemImageReader(clients.dynamoDb(), table, keys(table)).expectedChanges(writes));
        transactRecorded(table, writes, token, change);
    }

    /** Runs a transaction like {@link #transact(String, List, String, WritePermit)}, of items that the caller has recorded in the change. */
    public void transactRecorded(String table, List<Write> writes, String token, WritePermit change) {
        KeySchema names = keys(table);
        TransactWriteItemMapper items = new TransactWriteItemMapper(table, names);
        ItemImageReader images = new ItemImageReader(clients.dynamoDb(), table, names);
        try {
            clients.dynamoDb()
                    .transactWriteItems(b -> b.transactItems(writes.stream().map(items::of).toList())
                            .clientRequestToken(token)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                            .overrideConfiguration(PermitInterceptor.of(change)));
            change.written();
        } catch (IdempotentParameterMismatchException e) {
            throw new TokenConflictException(false, e);
        } catch (TransactionInProgressException e) {
            throw new TokenConflictException(true, e);
        } catch (TransactionCanceledException e) {
            // DynamoDB recognizes a second attempt by its token for ten minutes; afterwards, and on engines that do not, conditions fail.
            if (!LostAnswers.arePossible(e) || !images.areWritten(writes)) {
                throw conflictOr(e);
            }
            change.written();
        }
    }

    private static RuntimeException conflictOr(TransactionCanceledException thrown) {
        List<String> codes = thrown.cancellationReasons().stream().map(CancellationReason::code).map(String::valueOf).toList();
        List<Integer> failed = java.util.stream.IntStream.range(0, codes.size())
                .filter(i -> codes.get(i).equals("ConditionalCheckFailed"))
                .boxed()
                .toList();
        boolean contended = codes.contains("TransactionConflict");
        return failed.isEmpty() && !contended ? thrown : new WriteConflictException(failed, contended, thrown);
    }

    /** Returns the key attributes, read once for each table: a condition that an item does not exist has to name one. */
    private KeySchema keys(String table) {
        return keys.computeIfAbsent(table, name -> KeySchema.of(TableReader.descriptionOrFail(clients.dynamoDb(), name)));
    }

    /** Parses a page key, which may be user input. */
    static Item key(PageKey pageKey) {
        try {
            return Item.ofJson(pageKey.json());
        } catch (InvalidInputException e) {
            throw new InvalidInputException("page_key_malformed", TEXT.get("query.page-key"), TEXT.get("query.page-key.remedy"), e);
        }
    }
}
