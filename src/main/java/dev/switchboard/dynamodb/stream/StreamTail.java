package dev.switchboard.dynamodb.stream;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
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
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Follows the changes to the items of a table through its stream. Thread-safe. */
public final class StreamTail {
    /** A shard can be read five times a second, and other consumers read it too. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    private static final int RETRIES = 10;
    private static final int LONGEST_PAUSE = 30;
    private static final int SERVER_ERROR = 500;
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
     * @param notes receives a sentence where changes were lost because the stream no longer has them, and where the stream cannot be read for a
     *     while, after which it goes on where it was
     * @throws OperationFailedException if the table does not exist, or has no stream
     * @throws OperationCancelledException if canceled
     */
    public void follow(String table, From from, Predicate<StreamEvent> events, Consumer<String> notes, Progress progress) {
        ShardReader reader = new ShardReader(clients, arn(table), events, notes);
        reader.start(from);
        progress.step(TEXT.get("tail.following", table));
        while (true) {
            ShardReader.Round round = round(reader, notes, progress);
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

    /** Tries again for some minutes, because what fails is often the network. No change was delivered of what failed. */
    private static ShardReader.Round round(ShardReader reader, Consumer<String> notes, Progress progress) {
        for (int failed = 0;; failed++) {
            try {
                return reader.round(progress);
            } catch (SdkException e) {
                if (failed == RETRIES || !isPassing(e) || progress.isCancelled()) {
                    throw e;
                }
                notes.accept(TEXT.get("tail.again", ChangeOutcomes.words(e)));
                Poller.pause(BETWEEN_READS.multipliedBy(Math.min(1L << failed, LONGEST_PAUSE)), progress);
            }
        }
    }

    /** Whether the same request can succeed later: it was not answered, or the service failed. */
    private static boolean isPassing(SdkException thrown) {
        return switch (thrown) {
            case AbortedException _ -> false;
            case InternalServerErrorException _ -> true;
            case AwsServiceException answered -> answered.statusCode() >= SERVER_ERROR;
            default -> true;
        };
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
