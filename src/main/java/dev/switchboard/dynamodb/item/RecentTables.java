package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.journal.EndedChange;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Descriptions of tables, so that not every write of a series describes its table again. Each is kept for at most a minute, because another
 * program may enable a stream or replace the table, and only until this session changes a table. Thread-safe.
 */
final class RecentTables {
    private static final Duration OLDEST = Duration.ofMinutes(1);
    private static final String TABLE_OPERATIONS = "tables ";
    private final AwsClients clients;
    private final Map<String, Described> described = new ConcurrentHashMap<>();
    private boolean listening;

    private record Described(TableState state, long at) {
        boolean isRecent() {
            return System.nanoTime() - at < OLDEST.toNanos();
        }
    }

    RecentTables(AwsClients clients) {
        this.clients = clients;
    }

    TableState get(String table) {
        listen();
        @Nullable Described known = described.get(table);
        if (known != null && known.isRecent()) {
            return known.state();
        }
        long at = System.nanoTime();
        TableDescription found = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        TableState state =
                new TableState(found, TableChangeTargets.of(clients, found), KeySchema.of(found), TableDescriptionMapper.hasStream(found));
        described.put(table, new Described(state, at));
        return state;
    }

    private synchronized void listen() {
        if (!listening) {
            listening = true;
            clients.permits().journal().onEnd(this::ended);
        }
    }

    private void ended(EndedChange change) {
        if (change.operation().startsWith(TABLE_OPERATIONS) || change.undoes() != null) {
            described.clear();
        }
    }
}
