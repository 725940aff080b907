package dev.switchboard.dynamodb.stream;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Follows the changes to the items of a table through its stream. Thread-safe. */
public final class StreamTail {
    /** A shard can be read five times a second, and other consumers read it too. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private static final Messages TEXT = Messages.of(StreamTail.class);
    private final AwsClients clients;

    public StreamTail(AwsClients clients) {
        this.clients = clients;
    }

    /** Where following begins. */
    public enum From {
        /** With the next change. */
        LATEST,
        /** With the oldest change that the stream has kept; a stream keeps 24 hours. */
        OLDEST
    }

    /**
     * Delivers the changes to a table in the order of the stream for each item, across the ends of shards and across a replacement of the
     * stream.
     *
     * @param events receives each change; returns whether to continue
     * @param notes receives a sentence where changes were lost because the stream no longer has them
     * @throws OperationFailedException if the table does not exist, or has no stream
     * @throws OperationCancelledException if canceled
     */
    public void follow(String table, From from, Predicate<StreamEvent> events, Consumer<String> notes, Progress progress) {
        ShardReader reader = new ShardReader(clients, arn(table), events, notes);
        reader.start(from);
        progress.step(TEXT.get("tail.following", table));
        while (true) {
            ShardReader.Round round = reader.round(progress);
            if (round.stopped()) {
                return;
            }
            if (round.open() == 0) {
                // The last shard of a stream ends when the stream is turned off or replaced.
                String next = arn(table);
                if (!next.equals(reader.stream())) {
                    reader = new ShardReader(clients, next, events, notes);
                    reader.start(From.OLDEST);
                    continue;
                }
            }
            if (round.events() == 0) {
                Poller.pause(BETWEEN_READS, progress);
            }
        }
    }

    private String arn(String table) {
        TableDescription found = new TableReader(clients).description(table).orElseThrow(
                () -> new OperationFailedException(TEXT.get("table.none", table), TEXT.get("table.none.remedy")));
        String arn = found.latestStreamArn();
        if (arn == null || !TableDescriptionMapper.hasStream(found)) {
            throw new OperationFailedException(TEXT.get("tail.none", table), TEXT.get("tail.none.remedy", table));
        }
        return arn;
    }
}
