package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsClients;
import dev.switchboard.failure.BadInput;
import dev.switchboard.failure.Cancelled;
import dev.switchboard.failure.Failed;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Reads and writes single items. Safe for several threads; failures of DynamoDB pass through as the SDK throws them. */
public final class ItemStore {
    private static final Messages TEXT = Messages.of(ItemStore.class);
    private final AwsClients clients;
    private final Map<String, String> partitionNames = new ConcurrentHashMap<>();

    public ItemStore(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Rows of one partition: as many as are wanted, or fewer where there are no more. Pages that a filter empties are read on over.
     *
     * @throws BadInput where the page key is no key
     */
    public ItemPage query(Query query) {
        return new QueryRun(clients.dynamoDb(), query).page();
    }

    /** One item by its key, as it is after every write that has ended; empty where there is none. */
    public Optional<Item> get(String table, Item key) {
        GetItemResponse found = clients.dynamoDb()
                .getItem(b -> b.tableName(table)
                        .key(key.attributes())
                        .consistentRead(true)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        return found.hasItem() ? Optional.of(Item.of(found.item())) : Optional.empty();
    }

    /**
     * Writes all or nothing.
     *
     * @param writes 1 to 100, no item twice, 4 MB in all
     * @param token at most 36 characters; the same writes sent again with it within ten minutes are done once
     * @throws Failed where no answer came, so that nobody knows whether they were written
     * @throws Cancelled where the thread was interrupted, likewise
     * @throws WriteConflict where a condition did not hold, or another transaction was in the way
     */
    public void transact(String table, List<Write> writes, String token) {
        TransactItems items = new TransactItems(table, partitionName(table));
        try {
            clients.dynamoDb()
                    .transactWriteItems(b -> b.transactItems(writes.stream().map(items::of).toList())
                            .clientRequestToken(token)
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        } catch (TransactionCanceledException e) {
            throw conflictOr(e);
        } catch (AbortedException e) {
            throw new Cancelled(TEXT.get("transact.stopped", table), TEXT.get("transact.unknown.remedy"), e);
        } catch (SdkException e) {
            throw Unanswered.is(e)
                    ? new Failed(TEXT.get("transact.unknown", table, Unanswered.why(e)), TEXT.get("transact.unknown.remedy"), e)
                    : e;
        }
    }

    private static RuntimeException conflictOr(TransactionCanceledException thrown) {
        List<String> codes = thrown.cancellationReasons().stream().map(CancellationReason::code).map(String::valueOf).toList();
        List<Integer> failed = java.util.stream.IntStream.range(0, codes.size())
                .filter(i -> codes.get(i).equals("ConditionalCheckFailed"))
                .boxed()
                .toList();
        boolean contended = codes.contains("TransactionConflict");
        return failed.isEmpty() && !contended ? thrown : new WriteConflict(failed, contended, thrown);
    }

    /** The partition key's name, which is asked once a table: a condition on absence has to name it. */
    private String partitionName(String table) {
        return partitionNames.computeIfAbsent(table, name -> TableReader.keys(clients.dynamoDb(), name).getFirst().name());
    }

    /** The key in a page key; what was typed may be anything. */
    static Item key(PageKey pageKey) {
        try {
            return Item.ofJson(pageKey.json());
        } catch (BadInput e) {
            throw new BadInput("page_key_malformed", TEXT.get("query.page-key"), TEXT.get("query.page-key.remedy"), e);
        }
    }
}
