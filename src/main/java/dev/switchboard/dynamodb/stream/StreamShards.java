package dev.switchboard.dynamodb.stream;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Throttling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/** The shards of one stream and the places up to which they were read. Not thread-safe. */
public final class StreamShards {
    private final AwsClients clients;
    private final String stream;
    private final Map<String, StreamShard> shards = new LinkedHashMap<>();

    /** @param stream the ARN of the stream */
    public StreamShards(AwsClients clients, String stream) {
        this.clients = clients;
        this.stream = stream;
    }

    /** Finds the shards that exist, each to be read from now on. */
    public void beginAtLatest() {
        List<Shard> all = describe();
        Set<String> parents = all.stream().map(Shard::parentShardId).filter(Objects::nonNull).collect(Collectors.toSet());
        for (Shard shard : all) {
            StreamShard added = add(shard);
            // Local engines report an end of the only shard, which nevertheless continues.
            if (shard.sequenceNumberRange().endingSequenceNumber() != null && parents.contains(shard.shardId())) {
                added.end();
            } else {
                added.beginAtLatest(iterator(added, ShardIteratorType.LATEST, null));
            }
        }
    }

    /**
     * Finds the shards that were created meanwhile, each to be read from its start, and returns all. A parent precedes its children, so that
     * the children of a shard that ends can be read in the same round.
     */
    public List<StreamShard> refresh() {
        for (Shard shard : describe()) {
            if (!shards.containsKey(shard.shardId())) {
                var _ = add(shard);
            }
        }
        return List.copyOf(shards.values());
    }

    /** Whether a shard can be read: its parent was read to its end. */
    public boolean isReady(StreamShard shard) {
        @Nullable StreamShard parent = shard.parent() == null ? null : shards.get(shard.parent());
        return parent == null || parent.hasEnded();
    }

    /** The number of shards that have not ended. */
    public int open() {
        return (int) shards.values().stream().filter(shard -> !shard.hasEnded()).count();
    }

    /**
     * Reads the next records of a shard; null where nothing can be read at the moment, such as while it is read too often.
     *
     * @throws ExpiredIteratorException if its place is lost: it is read from the middle, and no record was read since
     * @throws software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException if the stream no longer has the place
     */
    public @Nullable GetRecordsResponse read(StreamShard shard) {
        try {
            String from = shard.iterator();
            if (from == null) {
                @Nullable String last = shard.lastSequence();
                from = last == null
                        ? iterator(shard, ShardIteratorType.TRIM_HORIZON, null)
                        : iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, last);
                shard.continueAt(from);
            }
            String at = from;
            return clients.streams().getRecords(b -> b.shardIterator(at));
        } catch (ExpiredIteratorException e) {
            if (shard.isLost()) {
                throw e;
            }
            shard.continueAt(null);
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

    /** Reads a record again next, and what follows it. */
    public void returnTo(StreamShard shard, String sequence) {
        shard.continueAt(iterator(shard, ShardIteratorType.AT_SEQUENCE_NUMBER, sequence));
    }

    private String iterator(StreamShard shard, ShardIteratorType type, @Nullable String sequence) {
        return clients.streams()
                .getShardIterator(b -> b.streamArn(stream).shardId(shard.id()).shardIteratorType(type).sequenceNumber(sequence))
                .shardIterator();
    }

    private StreamShard add(Shard shard) {
        StreamShard added = new StreamShard(shard.shardId(), shard.parentShardId());
        shards.put(shard.shardId(), added);
        return added;
    }

    private List<Shard> describe() {
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
