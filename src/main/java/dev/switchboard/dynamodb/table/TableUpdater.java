package dev.switchboard.dynamodb.table;

import dev.switchboard.activity.Backend;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Changes the settings of a table, one request after another, each waited for and recorded in the journal. */
final class TableUpdater {
    /** An index of a large table is built for hours. */
    private static final Poller INDEX = new Poller(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofHours(24));

    private static final Messages TEXT = Messages.of(TableUpdater.class);
    private final AwsClients clients;
    private final TableReader reader;

    TableUpdater(AwsClients clients, TableReader reader) {
        this.clients = clients;
        this.reader = reader;
    }

    /** See {@link Tables#update}. */
    TableUpdateResult update(TableDetails table, TableSettings settings, TableUpdate update, Progress progress) {
        String name = table.name();
        List<TableUpdatePlanner.Step> steps = TableUpdatePlanner.steps(table, settings, update);
        List<String> changed = new ArrayList<>();
        if (!steps.isEmpty()) {
            try (WriteAuthorization authorization =
                    clients.permits().authorize(Backend.DYNAMODB, "tables update", TEXT.get("journal.update", name))) {
                for (TableUpdatePlanner.Step step : steps) {
                    progress.stopIfCancelled();
                    progress.step(step.what());
                    run(authorization, name, step, progress);
                    changed.add(step.what());
                }
            }
        }
        return new TableUpdateResult(
                reader.find(name).orElseThrow(() -> new OperationFailedException(TEXT.get("table.none", name),
                        TEXT.get("table.none.remedy"))),
                changed);
    }

    private void run(WriteAuthorization authorization, String name, TableUpdatePlanner.Step step, Progress progress) {
        Intent intent = Intent.event("tables update", step.what(), step.undo());
        WritePermit change = authorization.begin(intent, TableChangeTargets.named(clients, name), null);
        try {
            switch (step) {
                case TableUpdatePlanner.TableStep one -> {
                    clients.dynamoDb().updateTable(one.request().toBuilder().overrideConfiguration(PermitInterceptor.of(change)).build());
                    Cancellations.saying(
                            cause -> new OperationCancelledException(TEXT.get("update.cancelled", name),
                                    TEXT.get("update.cancelled.remedy"), cause),
                            () -> awaitActive(name, one.index(), progress));
                }
                case TableUpdatePlanner.ExpiryStep one ->
                    clients.dynamoDb()
                            .updateTimeToLive(one.request().toBuilder().overrideConfiguration(PermitInterceptor.of(change)).build());
            }
            change.done("");
        } catch (DynamoDbException e) {
            throw ChangeOutcomes.toldEvent(change, TableReader.isNotOffered(e)
                    ? new OperationFailedException(TEXT.get("update.not-offered", step.what()), TEXT.get("update.not-offered.remedy"), e)
                    : e);
        } catch (RuntimeException e) {
            throw ChangeOutcomes.toldEvent(change, e);
        }
    }

    private TableDescription awaitActive(String name, @Nullable String index, Progress progress) {
        Poller poller = index == null ? Tables.STATE_CHANGE : INDEX;
        return poller.poll(() -> active(name, index, progress), progress,
                () -> new OperationFailedException(TEXT.get("update.late", name), TEXT.get("update.late.remedy")));
    }

    private Optional<TableDescription> active(String name, @Nullable String index, Progress progress) {
        TableDescription table = reader.description(name).orElseThrow(
                () -> new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy")));
        for (GlobalSecondaryIndexDescription one : table.globalSecondaryIndexes()) {
            if (one.indexName().equals(index) && !"ACTIVE".equals(one.indexStatusAsString())) {
                // The count of an index that is being built is as old as that of the table, so only its state is shown.
                progress.step(TEXT.get(
                        Boolean.TRUE.equals(one.backfilling()) ? "update.index.backfilling" : "update.index.waiting",
                        one.indexName(),
                        String.valueOf(one.indexStatusAsString())));
                return Optional.empty();
            }
        }
        return "ACTIVE".equals(table.tableStatusAsString()) ? Optional.of(table) : Optional.empty();
    }
}
