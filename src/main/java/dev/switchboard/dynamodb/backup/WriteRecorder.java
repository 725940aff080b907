package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What is written to a table while its backup is made: read from the table's stream, where it has one that tells the items, from before the
 * first page of the scan to after the last one, and applied to the backup, so that its items are of one moment. Not thread-safe.
 */
final class WriteRecorder implements AutoCloseable {
    /** AWS delivers the records of a stream within about a second; a local engine at once. */
    private static final Duration AWS_QUIET = Duration.ofSeconds(5);

    /** Times of records are rounded down, and the clocks of a service differ a little. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Messages TEXT = Messages.of(WriteRecorder.class);
    private final AwsClients clients;
    private final String table;
    private final @Nullable ChangeLog log;
    private final @Nullable StreamFollower follower;

    private WriteRecorder(AwsClients clients, String table, @Nullable ChangeLog log, @Nullable StreamFollower follower) {
        this.clients = clients;
        this.table = table;
        this.log = log;
        this.follower = follower;
    }

    /**
     * Starts recording.
     *
     * @param beside a file in whose folder temporary files are created
     */
    // The log is closed with the recorder.
    @SuppressWarnings("MustBeClosedChecker")
    static WriteRecorder start(AwsClients clients, TableDescription table, Path beside) throws IOException {
        if (!StreamFollower.isPossible(table)) {
            return new WriteRecorder(clients, table.tableName(), null, null);
        }
        ChangeLog log = new ChangeLog(beside, KeySchema.of(table).names());
        boolean aws = clients.dynamoDbEndpoint() == null || clients.policy().accounts();
        StreamFollower follower = StreamFollower.start(clients, table, log, aws ? AWS_QUIET : Duration.ZERO);
        return new WriteRecorder(clients, table.tableName(), log, follower);
    }

    /** Why writes during the backup may not be in it, as a sentence; null if they are. */
    @Nullable
    String gap() {
        if (follower == null) {
            return TEXT.get("stream.none", table);
        }
        return follower.failure();
    }

    /** Reads what the stream has, unless it was read a moment ago. */
    void poll(Progress progress) {
        if (follower != null) {
            follower.poll(progress);
        }
    }

    /** Reads what was written up to now; returns the moment, or null if the stream does not tell it. */
    @Nullable
    Instant catchUp(Progress progress) {
        if (follower == null) {
            return null;
        }
        progress.step(TEXT.get("stream.step", table));
        Instant now = serverTime();
        follower.catchUp(now.plus(MARGIN), progress);
        return follower.failure() == null ? now : null;
    }

    /** Returns whether nothing was written up to now, as far as it was read. */
    boolean isEmpty() {
        return log == null || log.size() == 0;
    }

    /**
     * Applies what was read to a complete backup, and gives that its name.
     *
     * @param moment the moment up to which it was read
     * @param digests is brought up to date too; null if there are none
     */
    void apply(NewFile backup, Path file, Instant moment, @Nullable DigestTable digests, Progress progress) throws IOException {
        ChangeLog changes = Objects.requireNonNull(log);
        try (NewFile whole = NewFile.at(file)) {
            var _ = BackupMerger.merge(backup.temporary(), changes, moment, whole, progress);
            if (digests != null) {
                changes.forEachLast((key, item) -> {
                    var _ = digests.put(item == null ? key.deleted() : key);
                });
            }
            whole.publish();
        }
    }

    /**
     * Reads the stream to its end after the table was deleted, and applies it to the backup, so that it lacks nothing.
     *
     * @return whether that was possible; otherwise the backup stays as it is
     */
    boolean finishDeleted(Path backup, Instant deleted, Progress progress) throws IOException {
        @Nullable ChangeLog changes = log;
        if (changes == null || follower == null) {
            return false;
        }
        progress.step(TEXT.get("stream.step", table));
        Cancellations.saying(
                cause -> new OperationCancelledException(TEXT.get("drop.cancelled-stream", table), TEXT.get("drop.restorable", backup),
                        cause),
                () -> {
                    follower.drain(progress);
                    return true;
                });
        if (follower.failure() != null) {
            return false;
        }
        try (NewFile whole = NewFile.at(backup)) {
            var _ = BackupMerger.merge(backup, changes, deleted, whole, Progress.NONE);
            whole.replace();
            return true;
        }
    }

    /** The time of the service, whose records carry its time; that of this machine where it tells none. */
    private Instant serverTime() {
        DescribeTableResponse response = clients.dynamoDb().describeTable(b -> b.tableName(table));
        Optional<String> date = response.sdkHttpResponse().firstMatchingHeader("Date");
        try {
            return date.isEmpty()
                    ? Instant.now()
                    : ZonedDateTime.parse(date.get(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.now();
        }
    }

    @Override
    public void close() throws IOException {
        if (log != null) {
            log.close();
        }
    }
}
