package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Reads the stream of a table from now on into a {@link ChangeLog}: every shard in order, a shard after its parent. Once something could
 * not be read, the log is not complete and nothing more is read. Not thread-safe.
 */
final class StreamFollower {
    /** A stream with these images tells every item that was written. */
    private static final Set<String> VIEWS = Set.of("NEW_IMAGE", "NEW_AND_OLD_IMAGES");

    /** A shard can be read five times a second, and others read it too. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(10);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final Messages TEXT = Messages.of(StreamFollower.class);
    private final AwsClients clients;
    private final String stream;
    private final ChangeLog log;
    private final Duration quiet;
    private final Map<String, ShardCursor> shards = new LinkedHashMap<>();
    private @Nullable String failure;
    private long lastRound = System.nanoTime();

    /** @param quiet a stream without a new record for so long has been read up to now: records may come late by a few seconds */
    private StreamFollower(AwsClients clients, String stream, ChangeLog log, Duration quiet) {
        this.clients = clients;
        this.stream = stream;
        this.log = log;
        this.quiet = quiet;
    }

    /** Returns whether the stream of a table tells every item that is written. */
    static boolean isPossible(TableDescription table) {
        return table.latestStreamArn() != null
                && table.streamSpecification() != null
                && Boolean.TRUE.equals(table.streamSpecification().streamEnabled())
                && VIEWS.contains(String.valueOf(table.streamSpecification().streamViewTypeAsString()));
    }

    /** Starts to read the stream: everything that is written from now on. */
    static StreamFollower start(AwsClients clients, TableDescription table, ChangeLog log, Duration quiet) {
        StreamFollower follower = new StreamFollower(clients, table.latestStreamArn(), log, quiet);
        follower.guarded(() -> {
            List<Shard> all = follower.everyShard();
            Set<String> parents = all.stream().map(Shard::parentShardId).filter(Objects::nonNull).collect(Collectors.toSet());
            for (Shard shard : all) {
                ShardCursor cursor = follower.add(shard);
                // An engine may name an end of the only shard that goes on.
                cursor.ended = shard.sequenceNumberRange().endingSequenceNumber() != null && parents.contains(shard.shardId());
                if (!cursor.ended) {
                    cursor.iterator = follower.iterator(cursor, ShardIteratorType.LATEST, null);
                }
            }
        });
        return follower;
    }

    /** Why the stream could not be read, as a sentence; null while it could. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Reads what has come, unless it was read a moment ago; called again and again while something else takes its time. */
    void poll(Progress progress) {
        if (System.nanoTime() - lastRound >= BETWEEN_READS.toNanos()) {
            guarded(() -> round(null, progress));
        }
    }

    /**
     * Reads what was written up to a moment that has passed.
     *
     * @param moment what was written later stays in the stream, to be read the next time
     */
    void catchUp(Instant moment, Progress progress) {
        guarded(() -> {
            long began = System.nanoTime();
            long silentSince = began;
            while (true) {
                Round round = round(moment, progress);
                long now = System.nanoTime();
                silentSince = round.records > 0 ? now : silentSince;
                if (round.open == 0 || (round.records == 0 && now - silentSince >= quiet.toNanos())) {
                    return;
                }
                if (now - began > LONGEST_CATCH_UP.toNanos()) {
                    throw new StreamLostException(TEXT.get("stream.behind"));
                }
                Poller.pause(pauseBefore(silentSince), progress);
            }
        });
    }

    /** Not the whole time of silence at once, so that its end is noticed. */
    private Duration pauseBefore(long silentSince) {
        long left = quiet.toNanos() - (System.nanoTime() - silentSince);
        return Duration.ofNanos(Math.clamp(left, 0, BETWEEN_READS.toNanos()));
    }

    /** Reads the stream of a table that was deleted to its end. */
    void drain(Progress progress) {
        guarded(() -> {
            long began = System.nanoTime();
            while (round(null, progress).open > 0) {
                if (System.nanoTime() - began > LONGEST_DRAIN.toNanos()) {
                    throw new StreamLostException(TEXT.get("stream.open"));
                }
                Poller.pause(BETWEEN_READS, progress);
            }
        });
    }

    /** Records that were read in a round, and shards that may have more up to the moment asked for. */
    private record Round(long records, int open) {}

    private Round round(@Nullable Instant moment, Progress progress) throws IOException {
        long records = 0;
        int open = 0;
        for (Shard shard : everyShard()) {
            if (!shards.containsKey(shard.shardId())) {
                var _ = add(shard);
            }
        }
        // A parent stands before its children, so that a shard that ends here is followed by its children in the same round.
        for (ShardCursor cursor : List.copyOf(shards.values())) {
            progress.stopIfCancelled();
            if (cursor.ended || !isReady(cursor)) {
                open += cursor.ended ? 0 : 1;
                continue;
            }
            ShardRead read = read(cursor, moment, progress);
            records += read.records;
            open += cursor.ended || read.reached ? 0 : 1;
        }
        lastRound = System.nanoTime();
        return new Round(records, open);
    }

    private boolean isReady(ShardCursor cursor) {
        @Nullable ShardCursor parent = cursor.parent == null ? null : shards.get(cursor.parent);
        return parent == null || parent.ended;
    }

    private record ShardRead(long records, boolean reached) {}

    private ShardRead read(ShardCursor cursor, @Nullable Instant moment, Progress progress) throws IOException {
        long records = 0;
        while (true) {
            progress.stopIfCancelled();
            @Nullable GetRecordsResponse response = records(cursor);
            if (response == null) {
                return new ShardRead(records, false);
            }
            for (Record one : response.records()) {
                if (moment != null && one.dynamodb().approximateCreationDateTime().isAfter(moment)) {
                    cursor.iterator = iterator(cursor, ShardIteratorType.AT_SEQUENCE_NUMBER, one.dynamodb().sequenceNumber());
                    return new ShardRead(records, true);
                }
                write(one);
                cursor.lastSequence = one.dynamodb().sequenceNumber();
                records++;
            }
            cursor.iterator = response.nextShardIterator();
            cursor.ended = cursor.iterator == null;
            if (cursor.ended || response.records().isEmpty()) {
                return new ShardRead(records, false);
            }
        }
    }

    private void write(Record record) throws IOException {
        Map<String, AttributeValue> image = record.dynamodb().newImage();
        if (record.dynamodb().hasNewImage() && !image.isEmpty()) {
            log.put(Item.of(image));
        } else {
            log.delete(Item.of(record.dynamodb().keys()));
        }
    }

    /** Returns null where the stream is read too often at the moment. */
    private @Nullable GetRecordsResponse records(ShardCursor cursor) {
        if (cursor.iterator == null) {
            // A shard that did not exist when the following began: everything in it is new.
            cursor.iterator = iterator(cursor, ShardIteratorType.TRIM_HORIZON, null);
        }
        String from = cursor.iterator;
        try {
            return clients.streams().getRecords(b -> b.shardIterator(from));
        } catch (ExpiredIteratorException e) {
            if (cursor.lastSequence == null) {
                throw e;
            }
            cursor.iterator = iterator(cursor, ShardIteratorType.AFTER_SEQUENCE_NUMBER, cursor.lastSequence);
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

    private String iterator(ShardCursor cursor, ShardIteratorType type, @Nullable String sequence) {
        return clients.streams()
                .getShardIterator(
                        b -> b.streamArn(stream).shardId(cursor.shard).shardIteratorType(type).sequenceNumber(sequence))
                .shardIterator();
    }

    private ShardCursor add(Shard shard) {
        ShardCursor cursor = new ShardCursor(shard.shardId(), shard.parentShardId());
        shards.put(shard.shardId(), cursor);
        return cursor;
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

    /** The stream was read, but not far enough. */
    private static final class StreamLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StreamLostException(String sentence) {
            super(sentence);
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void guarded(Reading reading) {
        if (failure != null) {
            return;
        }
        try {
            reading.run();
        } catch (AbortedException e) {
            throw e;
        } catch (SdkException e) {
            failure = TEXT.get("stream.unreadable", ChangeOutcomes.words(e));
        } catch (StreamLostException | IOException e) {
            failure = TEXT.get("stream.unreadable", String.valueOf(e.getMessage()));
        }
    }
}
