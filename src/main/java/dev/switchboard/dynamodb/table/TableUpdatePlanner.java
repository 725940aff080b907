package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Validates an update against the present table, and splits it into the requests that DynamoDB accepts, one at a time. */
final class TableUpdatePlanner {
    private static final Messages TEXT = Messages.of(TableUpdatePlanner.class);
    private static final List<String> CLASSES = List.of("STANDARD", "STANDARD_INFREQUENT_ACCESS");
    private final TableDetails table;
    private final TableSettings settings;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();
    private final String name;

    private TableUpdatePlanner(TableDetails table, TableSettings settings) {
        this.table = table;
        this.settings = settings;
        name = table.name();
    }

    /** One request. */
    sealed interface Step {
        /** What it does, as a sentence. */
        String what();

        /** How to change it back, as a sentence. */
        String undo();
    }

    /** @param index the index that is added or deleted, which is waited for; null for none */
    record TableStep(String what, String undo, UpdateTableRequest request, @Nullable String index) implements Step {}

    /** A change of time to live. */
    record ExpiryStep(String what, String undo, UpdateTimeToLiveRequest request) implements Step {}

    /**
     * Returns the requests; empty if the table is already as asked for.
     *
     * @throws InvalidInputException if the update is not valid; no request has been made
     */
    static List<Step> steps(TableDetails table, TableSettings settings, TableUpdate update) {
        TableUpdatePlanner planner = new TableUpdatePlanner(table, settings);
        if (update.isEmpty()) {
            throw bad("empty");
        }
        // What costs nothing to reject comes first; the index that takes hours comes last.
        planner.drop(update.dropIndex());
        planner.capacity(update.capacity());
        planner.tableClass(update.tableClass());
        planner.stream(update.streamView());
        planner.expiry(update.timeToLive());
        planner.add(update);
        return planner.steps;
    }

    private void capacity(TableUpdate.@Nullable Capacity wanted) {
        if (wanted == null) {
            return;
        }
        if (!wanted.onDemand() && (wanted.read() < 1 || wanted.write() < 1)) {
            throw bad("capacity");
        }
        boolean same = wanted.onDemand()
                ? table.onDemand()
                : !table.onDemand() && table.readCapacity() == wanted.read() && table.writeCapacity() == wanted.write();
        if (same) {
            return;
        }
        String undo = table.onDemand()
                ? TEXT.get("update.undo.on-demand", name)
                : TEXT.get("update.undo.capacity", name, plain(table.readCapacity()), plain(table.writeCapacity()));
        UpdateTableRequest.Builder request = UpdateTableRequest.builder().tableName(name);
        if (wanted.onDemand()) {
            steps.add(new TableStep(TEXT.get("update.on-demand", name), undo, request.billingMode("PAY_PER_REQUEST").build(), null));
            return;
        }
        ProvisionedThroughput units = units(wanted);
        request.billingMode("PROVISIONED").provisionedThroughput(units);
        // An index of an on-demand table has no capacity to keep.
        List<GlobalSecondaryIndexUpdate> indexes = table.onDemand()
                ? kept().stream()
                        .map(index -> GlobalSecondaryIndexUpdate.builder()
                                .update(u -> u.indexName(index.name()).provisionedThroughput(units))
                                .build())
                        .toList()
                : List.of();
        if (!indexes.isEmpty()) {
            request.globalSecondaryIndexUpdates(indexes);
        }
        steps.add(new TableStep(TEXT.get("update.capacity", name, wanted.read(), wanted.write()), undo, request.build(), null));
    }

    private List<IndexDetails> kept() {
        return table.indexes().stream().filter(index -> !index.local() && !dropped.contains(index.name())).toList();
    }

    private static ProvisionedThroughput units(TableUpdate.Capacity capacity) {
        return ProvisionedThroughput.builder().readCapacityUnits(capacity.read()).writeCapacityUnits(capacity.write()).build();
    }

    private void tableClass(@Nullable String wanted) {
        if (wanted == null) {
            return;
        }
        if (!CLASSES.contains(wanted)) {
            throw bad("class", Quote.of(wanted));
        }
        String now = Objects.requireNonNullElse(settings.tableClass(), "STANDARD");
        if (!now.equals(wanted)) {
            steps.add(new TableStep(TEXT.get("update.class", name, wanted), TEXT.get("update.undo.class", name, now),
                    UpdateTableRequest.builder().tableName(name).tableClass(wanted).build(), null));
        }
    }

    private void stream(@Nullable String wanted) {
        if (wanted == null || wanted.equals(Objects.requireNonNullElse(table.streamView(), TableUpdate.OFF))) {
            return;
        }
        if (!wanted.isEmpty() && !TableRules.VIEWS.contains(wanted)) {
            throw bad("stream", Quote.of(wanted));
        }
        String undo = TEXT.get("update.undo.stream", name, table.streamView() == null ? "off" : table.streamView());
        if (table.stream()) {
            // DynamoDB changes the view of a stream only by a new stream.
            steps.add(new TableStep(TEXT.get("update.stream.off", name), undo,
                    UpdateTableRequest.builder().tableName(name).streamSpecification(s -> s.streamEnabled(false)).build(), null));
        }
        if (!wanted.isEmpty()) {
            steps.add(new TableStep(TEXT.get("update.stream", name, wanted), undo,
                    UpdateTableRequest.builder()
                            .tableName(name)
                            .streamSpecification(s -> s.streamEnabled(true).streamViewType(wanted))
                            .build(),
                    null));
        }
    }

    private void expiry(@Nullable String wanted) {
        String now = settings.timeToLive();
        if (wanted == null || wanted.equals(Objects.requireNonNullElse(now, TableUpdate.OFF))) {
            return;
        }
        if (now != null && !wanted.isEmpty()) {
            throw bad("ttl", name, Quote.of(now));
        }
        String attribute = wanted.isEmpty() ? Objects.requireNonNull(now) : wanted;
        String undo = TEXT.get("update.undo.ttl", name, now == null ? "off" : now);
        steps.add(new ExpiryStep(wanted.isEmpty() ? TEXT.get("update.ttl.off", name) : TEXT.get("update.ttl", name, Quote.of(wanted)), undo,
                UpdateTimeToLiveRequest.builder()
                        .tableName(name)
                        .timeToLiveSpecification(s -> s.attributeName(attribute).enabled(!wanted.isEmpty()))
                        .build()));
    }

    private void drop(@Nullable String index) {
        if (index == null) {
            return;
        }
        Optional<IndexDetails> found = table.indexes().stream().filter(one -> one.name().equals(index)).findFirst();
        if (found.isEmpty()) {
            throw bad("no-index", name, Quote.of(index));
        }
        if (found.get().local()) {
            throw bad("local-index", Quote.of(index));
        }
        dropped.add(index);
        steps.add(new TableStep(TEXT.get("update.index.drop", name, index), TEXT.get("update.undo.index.drop", name, keys(found.get())),
                UpdateTableRequest.builder()
                        .tableName(name)
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder().delete(d -> d.indexName(index)).build())
                        .build(),
                index));
    }

    private static String keys(IndexDetails index) {
        StringBuilder text = new StringBuilder(index.name());
        index.keys().forEach(key -> text.append(':').append(key.name()).append('=').append(key.type()));
        return text.toString();
    }

    private void add(TableUpdate update) {
        IndexDefinition index = update.addIndex();
        if (index == null) {
            return;
        }
        TableUpdate.Capacity capacity = update.capacity() != null
                ? update.capacity()
                : new TableUpdate.Capacity(table.onDemand(), table.readCapacity(), table.writeCapacity());
        List<IndexDefinition> all = new ArrayList<>(table.indexes().stream()
                .filter(one -> !dropped.contains(one.name()))
                .map(IndexDefinition::of)
                .toList());
        all.add(index);
        TableDefinition result = new TableDefinition(name, table.keys(), all, capacity.onDemand() ? "PAY_PER_REQUEST" : "PROVISIONED",
                capacity.read(), capacity.write(), table.streamView(), table.deletionProtection(), table.tags());
        InvalidInputException wrong = TableRules.check(result);
        if (wrong != null) {
            throw wrong;
        }
        steps.add(new TableStep(TEXT.get("update.index.add", name, index.name()), TEXT.get("update.undo.index.add", name, index.name()),
                CreateTableRequestMapper.addIndex(result, index), index.name()));
    }

    /** Digits without the grouping of the locale, for a command line. */
    private static String plain(long number) {
        return Long.toString(number);
    }

    private static InvalidInputException bad(String what, Object... arguments) {
        return new InvalidInputException("update_" + what.replace('-', '_'), TEXT.get("update.bad." + what, arguments),
                TEXT.get("update.bad." + what + ".remedy"));
    }
}
