package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.stream.StreamShard;
import dev.switchboard.dynamodb.stream.StreamShards;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
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
    private final ChangeLog log;
    private final Duration quiet;
    private final StreamShards shards;
    private @Nullable String failure;
    private long lastRound = System.nanoTime();

    /** @param quiet a stream without a new record for so long has been read up to now: records may come late by a few seconds */
    private StreamFollower(AwsClients clients, String stream, ChangeLog log, Duration quiet) {
        shards = new StreamShards(clients, stream);
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
        follower.guarded(follower.shards::beginAtLatest);
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
        for (StreamShard shard : shards.refresh()) {
            progress.stopIfCancelled();
            if (shard.hasEnded() || !shards.isReady(shard)) {
                open += shard.hasEnded() ? 0 : 1;
                continue;
            }
            ShardRead read = read(shard, moment, progress);
            records += read.records;
            open += shard.hasEnded() || read.reached ? 0 : 1;
        }
        lastRound = System.nanoTime();
        return new Round(records, open);
    }

    private record ShardRead(long records, boolean reached) {}

    private ShardRead read(StreamShard shard, @Nullable Instant moment, Progress progress) throws IOException {
        long records = 0;
        while (true) {
            progress.stopIfCancelled();
            @Nullable GetRecordsResponse response = shards.read(shard);
            if (response == null) {
                return new ShardRead(records, false);
            }
            for (Record one : response.records()) {
                if (moment != null && one.dynamodb().approximateCreationDateTime().isAfter(moment)) {
                    shards.returnTo(shard, one.dynamodb().sequenceNumber());
                    return new ShardRead(records, true);
                }
                write(one);
                shard.read(one.dynamodb().sequenceNumber());
                records++;
            }
            shard.advance(response.nextShardIterator());
            if (shard.hasEnded() || response.records().isEmpty()) {
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
