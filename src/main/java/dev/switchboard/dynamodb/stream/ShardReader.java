package dev.switchboard.dynamodb.stream;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/** Reads the shards of one stream in rounds, a shard after its parent. Not thread-safe. */
final class ShardReader {
    private static final Messages TEXT = Messages.of(ShardReader.class);
    private final AwsClients clients;
    private final String stream;
    private final Predicate<StreamEvent> events;
    private final Consumer<String> notes;
    private final Map<String, ShardPosition> shards = new LinkedHashMap<>();
    private boolean stopped;

    ShardReader(AwsClients clients, String stream, Predicate<StreamEvent> events, Consumer<String> notes) {
        this.clients = clients;
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
        List<Shard> all = everyShard();
        Set<String> parents = all.stream().map(Shard::parentShardId).filter(Objects::nonNull).collect(Collectors.toSet());
        for (Shard shard : all) {
            ShardPosition position = add(shard);
            if (from == StreamTail.From.LATEST) {
                // Local engines report an end of the only shard, which nevertheless continues.
                position.ended = shard.sequenceNumberRange().endingSequenceNumber() != null && parents.contains(shard.shardId());
                position.iterator = position.ended ? null : iterator(position, ShardIteratorType.LATEST, null);
            }
        }
    }

    Round round(Progress progress) {
        long delivered = 0;
        for (Shard shard : everyShard()) {
            if (!shards.containsKey(shard.shardId())) {
                var _ = add(shard);
            }
        }
        // A parent precedes its children, so the children of a shard that ends here are read in the same round.
        for (ShardPosition position : List.copyOf(shards.values())) {
            progress.stopIfCancelled();
            if (!stopped && !position.ended && isReady(position)) {
                delivered += read(position, progress);
            }
        }
        int open = (int) shards.values().stream().filter(position -> !position.ended).count();
        return new Round(delivered, open, stopped);
    }

    private boolean isReady(ShardPosition position) {
        @Nullable ShardPosition parent = position.parent == null ? null : shards.get(position.parent);
        return parent == null || parent.ended;
    }

    private long read(ShardPosition position, Progress progress) {
        long delivered = 0;
        while (!stopped) {
            progress.stopIfCancelled();
            @Nullable GetRecordsResponse response = records(position);
            if (response == null) {
                return delivered;
            }
            for (Record one : response.records()) {
                stopped = !events.test(StreamEvent.of(one));
                position.lastSequence = one.dynamodb().sequenceNumber();
                delivered++;
                if (stopped) {
                    return delivered;
                }
            }
            position.iterator = response.nextShardIterator();
            position.ended = position.iterator == null;
            if (position.ended || response.records().isEmpty()) {
                return delivered;
            }
        }
        return delivered;
    }

    /** Returns null where nothing can be read at the moment. */
    private @Nullable GetRecordsResponse records(ShardPosition position) {
        try {
            String from = position.iterator;
            if (from == null) {
                from = position.lastSequence == null
                        ? iterator(position, ShardIteratorType.TRIM_HORIZON, null)
                        : iterator(position, ShardIteratorType.AFTER_SEQUENCE_NUMBER, position.lastSequence);
                position.iterator = from;
            }
            String at = from;
            return clients.streams().getRecords(b -> b.shardIterator(at));
        } catch (TrimmedDataAccessException e) {
            notes.accept(TEXT.get("tail.trimmed"));
            position.lastSequence = null;
            position.iterator = null;
            return null;
        } catch (ExpiredIteratorException e) {
            position.iterator = null;
            return null;
        } catch (LimitExceededException e) {
            return null;
        } catch (DynamoDbException e) {
            if (Throttling.is(e)) {
                return null;
            }
            throw e;
        }
    }

    private String iterator(ShardPosition position, ShardIteratorType type, @Nullable String sequence) {
        return clients.streams()
                .getShardIterator(
                        b -> b.streamArn(stream).shardId(position.shard).shardIteratorType(type).sequenceNumber(sequence))
                .shardIterator();
    }

    private ShardPosition add(Shard shard) {
        ShardPosition position = new ShardPosition(shard.shardId(), shard.parentShardId());
        shards.put(shard.shardId(), position);
        return position;
    }

    private List<Shard> everyShard() {
        List<Shard> found = new ArrayList<>();
        @Nullable String from = null;
        do {
            String last = from;
            DescribeStreamResponse page = clients.streams().describeStream(b -> b.streamArn(stream).exclusiveStartShardId(last));
            found.addAll(page.streamDescription().shards());
            from = page.streamDescription().lastEvaluatedShardId();
        } while (from != null);
        return found;
    }
}
