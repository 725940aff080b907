package dev.switchboard.dynamodb.edit;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Deletes many items, or sets or removes an attribute of each, as they are read. Each item is written only if it is as it was read, and is in
 * the journal before, so that the whole can be undone. Memory does not grow with the number of items. Thread-safe.
 */
public final class BulkEditor {
    /** The default rate of the environment. */
    public static final double USUAL_RATE = -1;

    private static final Messages TEXT = Messages.of(BulkEditor.class);
    private final AwsClients clients;

    public BulkEditor(AwsClients clients) {
        this.clients = clients;
    }

    /** Returns the write capacity units per second that a bulk edit uses by default; 0 for no limit. */
    public double usualRate(TableDetails table) {
        return table.onDemand() ? 0 : table.writeCapacity() * clients.policy().writeShare();
    }

    /**
     * Makes one change of all items of a source.
     *
     * @param operation the name of the operation in the journal, that of the command where there is one
     * @param rate write capacity units per second, 0 for no limit, {@link #USUAL_RATE} for the default
     * @throws InvalidInputException if the change is of a key attribute
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was read or written
     * @throws RuntimeException what the source throws where nothing was written
     */
    public BulkReport run(String table, String operation, BulkChange change, ItemSource source, double rate, Progress progress) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        KeySchema keys = KeySchema.of(description);
        @Nullable String attribute = change.subject();
        if (attribute != null && keys.names().contains(attribute)) {
            throw new InvalidInputException("bulk_key", TEXT.get("bulk.key", attribute), TEXT.get("bulk.key.remedy"));
        }
        TableDetails details = TableReader.detailsOrFail(clients.dynamoDb(), table);
        CapacityLimiter writes = CapacityLimiter.writes(rate, details, clients.policy());
        CapacityLimiter reads = CapacityLimiter.reads(USUAL_RATE, details, clients.policy());
        Intent intent = Intent.of(operation, what(table, change), UndoKind.ROWS);
        WritePermit permit = clients.begin(intent, TableChangeTargets.of(clients, description));
        try (CapacityScope _ = CapacityScope.of(reads, writes, progress)) {
            EditRun run = new EditRun(clients, table, keys, permit, writes, progress);
            BulkRun bulk = new BulkRun(permit.id(), keys, change, run, progress);
            bulk.run(source);
            return ended(permit, bulk.report());
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(permit, e);
        }
    }

    private static String what(String table, BulkChange change) {
        return switch (change) {
            case BulkChange.Delete() -> TEXT.get("bulk.what.delete", table);
            case BulkChange.SetAttribute set -> TEXT.get("bulk.what.set", set.attribute(), table);
            case BulkChange.RemoveAttribute remove -> TEXT.get("bulk.what.remove", remove.attribute(), table);
        };
    }

    private static BulkReport ended(WritePermit permit, BulkReport report) {
        EditCommitter.end(permit, report.failure(), report.unanswered(), report.summary());
        return report;
    }
}
