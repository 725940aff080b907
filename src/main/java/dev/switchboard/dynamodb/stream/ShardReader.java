package dev.switchboard.dynamodb.stream;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/** Reads the shards of one stream in rounds, a shard after its parent. Not thread-safe. */
final class ShardReader {
    private static final Messages TEXT = Messages.of(ShardReader.class);
    private final String stream;
    private final Predicate<StreamEvent> events;
    private final Consumer<String> notes;
    private final StreamShards shards;
    private boolean stopped;

    ShardReader(AwsClients clients, String stream, Predicate<StreamEvent> events, Consumer<String> notes) {
        shards = new StreamShards(clients, stream);
        this.stream = stream;
        this.events = events;
        this.notes = notes;
    }

    /**
     * The result of a round.
     *
     * @param open the shards that have not ended
     * @param stopped whether the receiver of the events wants no more
     */
    record Round(long events, int open, boolean stopped) {}

    String stream() {
        return stream;
    }

    void start(StreamTail.From from) {
        if (from == StreamTail.From.LATEST) {
            shards.beginAtLatest();
        }
    }

    Round round(Progress progress) {
        long delivered = 0;
        for (StreamShard shard : shards.refresh()) {
            progress.stopIfCancelled();
            if (!stopped && !shard.hasEnded() && shards.isReady(shard)) {
                delivered += read(shard, progress);
            }
        }
        return new Round(delivered, shards.open(), stopped);
    }

    private long read(StreamShard shard, Progress progress) {
        long delivered = 0;
        while (!stopped) {
            progress.stopIfCancelled();
            @Nullable GetRecordsResponse response = records(shard);
            if (response == null) {
                return delivered;
            }
            for (Record one : response.records()) {
                stopped = !events.test(StreamEvent.of(one));
                shard.read(one.dynamodb().sequenceNumber());
                delivered++;
                if (stopped) {
                    return delivered;
                }
            }
            shard.advance(response.nextShardIterator());
            if (shard.hasEnded() || response.records().isEmpty()) {
                return delivered;
            }
        }
        return delivered;
    }

    /** Returns null where nothing can be read at the moment. */
    private @Nullable GetRecordsResponse records(StreamShard shard) {
        try {
            return shards.read(shard);
        } catch (TrimmedDataAccessException e) {
            notes.accept(TEXT.get("tail.trimmed"));
            shard.restart();
            return null;
        } catch (ExpiredIteratorException e) {
            shard.restart();
            return null;
        }
    }
}
