package dev.switchboard.transfer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.KeyTypes;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.transfer.mask.ItemMasker;
import dev.switchboard.transfer.mask.MaskKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Copies items of a table to another one, of this or of another environment. The items are masked while they are read, so that nothing else
 * is ever stored on this machine or sent to the target. Thread-safe.
 */
public final class ItemCopier {
    private static final Messages TEXT = Messages.of(ItemCopier.class);
    private final AwsClients clients;
    private final Home home;

    public ItemCopier(AwsClients clients, Home home) {
        this.clients = clients;
        this.home = home;
    }

    /**
     * Copies items.
     *
     * @param target the services of the session that writes
     * @throws InvalidInputException if the tables have different keys, or are the same
     * @throws dev.switchboard.failure.OperationRefusedException if the target's environment is locked; nothing was read
     */
    public ImportReport copy(String table, Transfers target, String toTable, CopyOptions options, Progress progress) {
        target.clients().permits().checkUnlocked("items copy");
        TableDetails from = TableReader.detailsOrFail(clients.dynamoDb(), table);
        TableDetails to = TableReader.detailsOrFail(target.clients().dynamoDb(), toTable);
        check(from, to, target);
        ItemMasker masker = new ItemMasker(options.mask(), MaskKey.of(home), KeyTypes.of(from));
        Reading reading = reading(from, target, to, options);
        ImportOptions writing = new ImportOptions(
                TransferFormat.DYNAMODB_JSON, options.onConflict(), null, options.writeCapacityPerSecond(), false, options.resume());
        try (ItemSpool spool = new ItemExporter(clients)
                .spool(table, reading.file(), reading.options(), masker::mask, reading.what(), progress)) {
            ImportReport report = target.importer().run(new ItemImporter.Origin("items copy", "copy.what", table), toTable, spool.file(),
                    writing, progress);
            spool.delete();
            return report;
        } catch (IOException | UncheckedIOException e) {
            throw new OperationFailedException(
                    TEXT.get("import.files", String.valueOf(e.getMessage())), TEXT.get("import.files.remedy"), e);
        }
    }

    /**
     * Returns how many items the same copy had read when it was interrupted; negative if there is nothing to resume.
     *
     * @throws InvalidInputException if the tables have different keys, or are the same
     */
    public long interrupted(String table, Transfers target, String toTable, CopyOptions options) {
        TableDetails from = TableReader.detailsOrFail(clients.dynamoDb(), table);
        TableDetails to = TableReader.detailsOrFail(target.clients().dynamoDb(), toTable);
        check(from, to, target);
        Reading reading = reading(from, target, to, options);
        return new ItemExporter(clients).interrupted(from, reading.file(), reading.options(), reading.what());
    }

    /** How the items are read to a temporary file, whose name is that of the same copy. */
    private record Reading(Path file, ExportOptions options, String what) {}

    private Reading reading(TableDetails from, Transfers target, TableDetails to, CopyOptions options) {
        String what = String.join("\n", options.mask().code(), String.valueOf(target.clients().dynamoDbEndpoint()), to.arn(), to.name(),
                String.valueOf(to.created()));
        String name = "copy-" + UUID.nameUUIDFromBytes(
                String.join("\n", from.name(), from.arn(), what, options.selections().toString()).getBytes(StandardCharsets.UTF_8));
        ExportOptions reading = new ExportOptions(
                options.selections(), TransferFormat.DYNAMODB_JSON, options.segments(), options.readCapacityPerSecond(), options.resume());
        return new Reading(home.root().resolve("transfers").resolve(name), reading, what);
    }

    private void check(TableDetails from, TableDetails to, Transfers target) {
        if (!plain(from.keys()).equals(plain(to.keys()))) {
            throw new InvalidInputException(
                    "copy_keys", TEXT.get("copy.keys", from.name(), from.keys(), to.name(), to.keys()), TEXT.get("copy.keys.remedy"));
        }
        boolean sameService = String.valueOf(clients.dynamoDbEndpoint()).equals(String.valueOf(target.clients().dynamoDbEndpoint()));
        if (sameService && from.arn().equals(to.arn()) && from.name().equals(to.name())) {
            throw new InvalidInputException("copy_same", TEXT.get("copy.same", from.name()), TEXT.get("copy.same.remedy"));
        }
    }

    private static List<String> plain(List<KeyAttribute> keys) {
        return keys.stream().map(KeyAttribute::toString).toList();
    }
}
