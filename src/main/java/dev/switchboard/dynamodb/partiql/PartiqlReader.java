package dev.switchboard.dynamodb.partiql;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Cancellations;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.read.ReadEstimate;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.job.RateControl;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Runs SELECT statements page by page, and tells which of them read a whole table or index. Thread-safe. */
final class PartiqlReader {
    private static final Messages TEXT = Messages.of(PartiqlReader.class);
    private static final int MOST_ITEMS = 10_000;
    // DynamoDB counts the limit before the filter, so that a small one could take one request for each match.
    private static final int FEWEST_FILTERED = 200;
    private final AwsClients clients;
    private final PlanReader plans;

    PartiqlReader(AwsClients clients, PlanReader plans) {
        this.clients = clients;
        this.plans = plans;
    }

    /** Estimates the cost of a statement that reads a whole table or index; null for any other statement. */
    @Nullable
    ReadEstimate estimate(PartiqlStatement statement) {
        @Nullable SelectStatement select = SelectStatement.of(statement, List.of());
        if (select == null) {
            return null;
        }
        TableDetails details = plans.table(select.table());
        ReadPlan plan = ReadPlan.scan(select.table()).on(select.index());
        boolean known = select.index() == null || details.indexes().stream().anyMatch(index -> index.name().equals(select.index()));
        boolean query = known && select.where().fixes(KeyConditions.keys(details, select.index()).getFirst().name());
        return query ? null : plans.estimate(plan);
    }

    /**
     * Runs a SELECT.
     *
     * @param limit the maximum number of items to return; 0 for all
     * @param pages receives the items of one response at a time, which can be none
     * @throws OperationCancelledException if canceled, immediately, with the number of items read
     */
    StatementResult.Selected read(
            PartiqlStatement statement, List<TypedValue> parameters, long limit, Consumer<List<Item>> pages, Progress progress) {
        AtomicLong read = new AtomicLong();
        return Cancellations.saying(
                cause -> new OperationCancelledException(TEXT.get("partiql.canceled", read.get()), null, cause),
                () -> read(statement, parameters, limit, pages, progress, read));
    }

    private StatementResult.Selected read(
            PartiqlStatement statement, List<TypedValue> parameters, long limit, Consumer<List<Item>> pages, Progress progress,
            AtomicLong read) {
        @Nullable SelectStatement select = SelectStatement.of(statement, parameters);
        CapacityLimiter rate = rate(select);
        try (CapacityScope _ = CapacityScope.ofReads(rate, progress)) {
            return read(statement, parameters, limit, pages, progress, read, select, rate);
        }
    }

    private StatementResult.Selected read(
            PartiqlStatement statement, List<TypedValue> parameters, long limit, Consumer<List<Item>> pages, Progress progress,
            AtomicLong read, @Nullable SelectStatement select, CapacityLimiter rate) {
        String table = select == null ? TEXT.get("partiql.table") : select.table();
        boolean filtered = select == null || select.filtered();
        @Nullable String token = null;
        double consumed = 0;
        double unitsPerItem = 1;
        long received = 0;
        for (long page = 1;; page++) {
            double mostUnits = rate.unitsPerRequest();
            int most = mostUnits <= 0 ? MOST_ITEMS : (int) Math.clamp(mostUnits / unitsPerItem, 1, MOST_ITEMS);
            // One item more than requested tells whether there are more.
            long wanted = limit == 0 ? MOST_ITEMS : limit - read.get() + 1;
            ExecuteStatementResponse response = send(
                    table, statement, parameters, token, Math.clamp(filtered ? Math.max(wanted, FEWEST_FILTERED) : wanted, 1, most),
                    progress);
            double units = PartiqlValues.units(response.consumedCapacity());
            consumed += units;
            progress.stopIfCancelled();
            List<Item> items = response.items().stream().map(Item::of).toList();
            received += items.size();
            unitsPerItem = received == 0 || consumed == 0 ? unitsPerItem : consumed / received;
            boolean cut = limit > 0 && read.get() + items.size() > limit;
            List<Item> kept = cut ? items.subList(0, (int) (limit - read.get())) : items;
            read.addAndGet(kept.size());
            pages.accept(kept);
            progress.advance(read.get(), Progress.UNKNOWN);
            token = response.nextToken();
            if (cut || token == null || token.isEmpty()) {
                return new StatementResult.Selected(read.get(), page, !cut, consumed);
            }
        }
    }

    /** The usual rate of the environment, as of any other read. */
    private CapacityLimiter rate(@Nullable SelectStatement select) {
        if (select == null || clients.policy().readShare() <= 0) {
            return new CapacityLimiter(RateControl.Unit.READ, 0, 0);
        }
        TableDetails table = TableReader.detailsOrFail(clients.dynamoDb(), select.table());
        return new CapacityLimiter(RateControl.Unit.READ, plans.usualRate(table, select.index()), table.readCapacity());
    }

    private ExecuteStatementResponse send(
            String table, PartiqlStatement statement, List<TypedValue> parameters, @Nullable String token, int limit, Progress progress) {
        @Nullable List<AttributeValue> values = PartiqlValues.attributes(parameters);
        for (int failed = 1;; failed++) {
            progress.stopIfCancelled();
            try {
                return clients.dynamoDb().executeStatement(b -> b.statement(statement.text())
                        .parameters(values)
                        .nextToken(token)
                        .limit(limit)
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                Poller.pause(ThrottlingLimit.USUAL.pause(table, failed), progress);
            }
        }
    }
}
