package dev.switchboard.transfer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.edit.PutRun;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.value.ItemRules;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.KeyTypes;
import dev.switchboard.transfer.format.TransferReader;
import dev.switchboard.transfer.format.TransferSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Imports items in bounded memory: reads the whole file before the first write, compares it with the table where nothing may be replaced, and
 * writes in chunks, each item on the condition that it is as the journal has it, so that it can be resumed and undone. Thread-safe.
 */
public final class ItemImporter {
    private static final Messages TEXT = Messages.of(ItemImporter.class);
    private final AwsClients clients;
    private final Home home;

    public ItemImporter(AwsClients clients, Home home) {
        this.clients = clients;
        this.home = home;
    }

    /**
     * Imports a file, or compares it only.
     *
     * @param file a file, or the folder or manifest of an export to S3
     * @throws dev.switchboard.failure.InvalidInputException if the file is damaged; nothing was written
     * @throws OperationFailedException if items exist and must not be replaced; nothing was written
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked
     * @throws dev.switchboard.failure.OperationCancelledException if canceled, with the number of written items
     * @throws dev.switchboard.failure.PartialCompletionException if it failed after some items were written, with their number
     */
    public ImportReport run(String table, Path file, ImportOptions options, Progress progress) {
        return run(new Origin("items import", "import.what", String.valueOf(file.getFileName())), table, file, options, progress);
    }

    /**
     * What the journal says about an import.
     *
     * @param message the key of its description, with the number of items, what they are from, and the table
     * @param from what they are from: a file, or a table that is copied
     */
    record Origin(String operation, String message, String from) {}

    /** Imports like {@link #run(String, Path, ImportOptions, Progress)} as part of another operation. */
    ImportReport run(Origin origin, String table, Path file, ImportOptions options, Progress progress) {
        if (!options.dryRun()) {
            clients.permits().checkUnlocked(origin.operation());
        }
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        TransferSource source = TransferSource.of(file);
        Path folder = home.root().resolve("transfers");
        try (Rejects rejects = new Rejects(options.rejects())) {
            ImportCheck check;
            KeySchema keys = KeySchema.of(description);
            progress.step(TEXT.get("import.checking", file.getFileName()));
            TableDetails details = TableDescriptionMapper.details(description, null, Map.of());
            try (TransferReader reader = TransferReader.open(source, options.format(), KeyTypes.of(details))) {
                check = ImportCheck.of(reader, ItemRules.of(details), keys, folder.resolve("keys"), rejects, progress);
            }
            String what = String.join("\n", String.valueOf(clients.dynamoDbEndpoint()), String.valueOf(description.tableId()), table,
                    file.toAbsolutePath().toString());
            CapacityLimiter writes = CapacityLimiter.writes(options.writeCapacityPerSecond(), details, clients.policy());
            Task task = new Task(origin, description, details, writes, source, options, check,
                    ImportCheckpoint.of(folder, what, check.identity()), rejects);
            CapacityLimiter reads = CapacityLimiter.reads(CapacityLimiter.USUAL, details, clients.policy());
            try (CapacityScope _ = CapacityScope.of(reads, task.writes(), progress)) {
                ImportReport report = options.dryRun() ? compare(task, progress) : write(task, progress);
                rejects.publish();
                return report;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new OperationFailedException(
                    TEXT.get("import.files", String.valueOf(e.getMessage())), TEXT.get("import.files.remedy"), e);
        }
    }

    private record Task(
            Origin origin,
            TableDescription description,
            TableDetails details,
            CapacityLimiter writes,
            TransferSource source,
            ImportOptions options,
            ImportCheck check,
            ImportCheckpoint checkpoint,
            Rejects rejects) {
        String table() {
            return details.name();
        }

        KeySchema keys() {
            return KeySchema.of(description);
        }

        TransferReader reader() {
            return TransferReader.open(source, options.format(), KeyTypes.of(details));
        }

        ImportReport report(ImportCounts counts, long resumed, List<ItemDifference> differences, List<Item> same,
                @Nullable String change) {
            return new ImportReport(check.records(), counts.written(), counts.replaced(), counts.unchanged(), counts.skipped(),
                    rejects.count(), resumed, differences, same, rejects.problems(), change);
        }
    }

    private ImportReport compare(Task task, Progress progress) {
        ImportComparison comparison = comparison(task, 0, progress);
        long existing = comparison.changed() + comparison.unchanged();
        boolean replace = task.options().onConflict() == ConflictMode.REPLACE;
        boolean fails = task.options().onConflict() == ConflictMode.FAIL && existing > 0;
        ImportCounts counts = new ImportCounts(
                task.check().records(),
                fails ? 0 : comparison.created() + (replace ? existing : 0),
                replace ? existing : 0,
                comparison.unchanged(),
                replace ? 0 : existing);
        return task.report(counts, task.checkpoint().read().records(), comparison.differences(), comparison.same(), null);
    }

    private ImportComparison comparison(Task task, long after, Progress progress) {
        progress.step(TEXT.get("import.comparing", task.table()));
        try (TransferReader reader = task.reader()) {
            ItemImageReader images = new ItemImageReader(clients.dynamoDb(), task.table(), task.keys());
            return ImportComparison.of(new ImportChunks(reader, task.check(), after), images, task.check().records(), progress);
        }
    }

    private ImportReport write(Task task, Progress progress) throws IOException {
        ImportCounts done = task.options().resume() ? task.checkpoint().read() : ImportCounts.NONE;
        boolean empty = TableReader.isEmpty(clients.dynamoDb(), task.table());
        if (task.options().onConflict() == ConflictMode.FAIL && !empty) {
            ImportComparison comparison = comparison(task, done.records(), progress);
            // What an interrupted import wrote after its last checkpoint is the same as in the file.
            long existing = comparison.changed() + (task.options().resume() ? 0 : comparison.unchanged());
            if (existing > 0) {
                throw new OperationFailedException(
                        TEXT.get("import.exist", existing, task.check().valid(), task.table()), TEXT.get("import.exist.remedy"));
            }
        }
        progress.step(TEXT.get("import.writing", task.table()));
        String what = TEXT.get(task.origin().message(), task.check().valid(), task.origin().from(), task.table());
        WritePermit change = clients.begin(
                Intent.of(task.origin().operation(), what, UndoKind.ROWS), TableChangeTargets.of(clients, task.description()));
        try (TransferReader reader = task.reader()) {
            PutRun run = new PutRun(clients, task.table(), task.keys(), change, empty, task.writes(), progress);
            ImportWriter writer = new ImportWriter(
                    task.table(), run, task.options().onConflict(), task.checkpoint(), task.rejects(), done, task.options().resume());
            writer.write(new ImportChunks(reader, task.check(), done.records()), task.check().records(), progress);
            change.done(TEXT.get("import.done", writer.counts().written(), task.table()));
            task.checkpoint().delete();
            return task.report(writer.counts(), done.records(), List.of(), List.of(), change.id());
        } catch (IOException e) {
            throw ChangeOutcomes.told(change, new OperationFailedException(
                    TEXT.get("import.files", String.valueOf(e.getMessage())), TEXT.get("import.resume"), e));
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }
}
