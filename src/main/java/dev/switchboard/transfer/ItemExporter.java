package dev.switchboard.transfer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemPage;
import dev.switchboard.dynamodb.item.ParallelTasks;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.dynamodb.scan.PageQueue;
import dev.switchboard.dynamodb.scan.ReadRateLimiter;
import dev.switchboard.dynamodb.scan.SegmentChooser;
import dev.switchboard.dynamodb.scan.SelectionReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.GzipReader;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.KeyTypes;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.transfer.format.TransferReader;
import dev.switchboard.transfer.format.TransferRecord;
import dev.switchboard.transfer.format.TransferSource;
import dev.switchboard.transfer.format.TransferWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * Exports items in bounded memory: reads them once to a compressed temporary file, from which it can be resumed, and makes the file of that,
 * because the header of CSV names the attributes of all items. Thread-safe.
 */
public final class ItemExporter {
    private static final Messages TEXT = Messages.of(ItemExporter.class);
    private final AwsClients clients;

    public ItemExporter(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Exports items of a table to a new file, compressed where its name ends in {@code .gz}.
     *
     * @param progress receives the number of items read
     * @throws InvalidInputException if the file exists and is not to be replaced
     * @throws OperationCancelledException if canceled; what was read is kept for resuming
     */
    public ExportResult export(String table, Path file, ExportOptions options, Progress progress) {
        if (!options.replace()) {
            refuseExisting(file);
        }
        TableDetails details = TableReader.detailsOrFail(clients.dynamoDb(), table);
        KeyTypes keys = KeyTypes.of(details);
        try (ItemSpool spool = ItemSpool.open(file, request(details, options, ""), options.resume(), item -> item)) {
            long resumed = spool.items();
            spool(details, options, spool, progress);
            progress.step(TEXT.get("export.writing", file.getFileName()));
            List<String> names = names(details, spool);
            try (NewFile whole = NewFile.at(file)) {
                write(spool, whole, TransferFormat.isCompressed(file), options.format(), names, keys, progress);
                if (options.replace()) {
                    whole.replace();
                } else {
                    whole.publish();
                }
            }
            spool.delete();
            return new ExportResult(file, spool.items(), Files.size(file), resumed, names, spool.units());
        } catch (FileAlreadyExistsException e) {
            throw exists(file, e);
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Returns how many items an export of the same items to the same file had read when it was interrupted; negative if there was none.
     *
     * @throws InvalidInputException if the table does not exist
     */
    public long interrupted(String table, Path file, ExportOptions options) {
        return interrupted(TableReader.detailsOrFail(clients.dynamoDb(), table), file, options, "");
    }

    /** Like {@link #interrupted(String, Path, ExportOptions)} for a copy. */
    long interrupted(TableDetails table, Path target, ExportOptions options, String what) {
        return ItemSpool.interrupted(target, request(table, options, what));
    }

    /**
     * Reads items to a temporary file for a copy.
     *
     * @param target the file beside which it is written
     * @param change applied to each item
     * @param what distinguishes it from the same reading with another change
     */
    ItemSpool spool(String table, Path target, ExportOptions options, UnaryOperator<Item> change, String what, Progress progress)
            throws IOException {
        TableDetails details = TableReader.detailsOrFail(clients.dynamoDb(), table);
        ItemSpool spool = ItemSpool.open(target, request(details, options, what), options.resume(), change);
        try {
            spool(details, options, spool, progress);
            return spool;
        } catch (RuntimeException | IOException e) {
            spool.close();
            throw e;
        }
    }

    private void spool(TableDetails table, ExportOptions options, ItemSpool spool, Progress progress) throws IOException {
        progress.step(TEXT.get("export.reading", table.name()));
        CapacityLimiter rate = CapacityLimiter.reads(options.readCapacityPerSecond(), table, clients.policy());
        ReadRateLimiter limiter = new ReadRateLimiter(rate, table);
        try (CapacityScope _ = CapacityScope.ofReads(rate, progress)) {
            for (int i = 0; i < options.selections().size(); i++) {
                ItemSelection selection = options.selections().get(i);
                SelectionReader reader =
                        new SelectionReader(clients.dynamoDb(), table.name(), selection, limiter, ThrottlingLimit.USUAL, progress);
                int number = i;
                int begun = spool.segments(number);
                int segments = begun > 0 ? begun
                        : selection.isScan() ? SegmentChooser.choose(clients, table.name(), options.segments(), limiter) : 1;
                ParallelTasks.run(segments, segment -> {
                    String track = ItemSpool.track(number, segment, segments);
                    if (!spool.isEnded(track)) {
                        try (PageQueue<ItemPage> queue = new PageQueue<>(page -> {
                            spool.add(track, page);
                            progress.advance(spool.items(), Progress.UNKNOWN);
                        })) {
                            reader.read(segment, segments, spool.place(track), queue);
                        }
                    }
                });
            }
        } catch (AbortedException | OperationCancelledException e) {
            spool.save();
            throw new OperationCancelledException(
                    TEXT.get("export.cancelled", spool.items(), table.name()), TEXT.get("export.resume"), e);
        } catch (RuntimeException e) {
            if (!(e instanceof UncheckedIOException)) {
                spool.save();
            }
            throw e;
        }
        spool.save();
    }

    private static void write(
            ItemSpool spool, NewFile whole, boolean compressed, TransferFormat format, List<String> names, KeyTypes keys, Progress progress)
            throws IOException {
        try (OutputStream out = whole.output()) {
            if (format == TransferFormat.DYNAMODB_JSON) {
                copy(spool.file(), out, compressed);
                return;
            }
            try (TransferReader items =
                    TransferReader.open(new TransferSource(List.of(spool.file()), -1), TransferFormat.DYNAMODB_JSON, keys);
                    TransferWriter writer = new TransferWriter(out, compressed, format, names)) {
                for (@Nullable TransferRecord next = items.next(); next != null; next = items.next()) {
                    progress.stopIfCancelled();
                    Item item = next.item();
                    if (item == null) {
                        throw new IOException(next.problem());
                    }
                    writer.write(item);
                }
            }
        }
    }

    /** The temporary file is compressed for speed, so that a compressed file is compressed again. */
    private static void copy(Path spool, OutputStream out, boolean compressed) throws IOException {
        try (InputStream in = GzipReader.open(spool)) {
            if (compressed) {
                try (GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 16)) {
                    in.transferTo(packed);
                }
            } else {
                in.transferTo(out);
            }
        }
    }

    /** The attributes in the order in which they were first seen, those of the key before them. */
    private static List<String> names(TableDetails table, ItemSpool spool) {
        Set<String> names = new LinkedHashSet<>();
        table.keys().forEach(key -> names.add(key.name()));
        names.retainAll(spool.names().isEmpty() ? names : spool.names());
        names.addAll(spool.names());
        return new ArrayList<>(names);
    }

    private String request(TableDetails table, ExportOptions options, String what) {
        return String.join("\n", "2", String.valueOf(clients.dynamoDbEndpoint()), table.arn(), table.name(),
                String.valueOf(table.created()),
                options.selections().toString(), String.valueOf(options.segments()), what);
    }

    static void refuseExisting(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file, null);
        }
    }

    private static InvalidInputException exists(Path file, @Nullable Throwable cause) {
        return new InvalidInputException("export_exists", TEXT.get("export.exists", file), TEXT.get("export.exists.remedy"), cause);
    }

    private static OperationFailedException unwritable(Path file, Exception cause) {
        return new OperationFailedException(
                TEXT.get("export.unwritable", file, String.valueOf(cause.getMessage())), TEXT.get("export.unwritable.remedy"), cause);
    }
}
