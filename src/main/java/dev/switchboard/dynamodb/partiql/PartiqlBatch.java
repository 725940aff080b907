package dev.switchboard.dynamodb.partiql;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Runs statements as a batch: all read single items, or all write. A batch is not atomic. What is written to one table is one change, which
 * can be undone. Used once, by one thread.
 */
final class PartiqlBatch {
    private static final Messages TEXT = Messages.of(PartiqlBatch.class);
    private final AwsClients clients;
    private final List<PartiqlStatement> statements;
    private final StatementListener listener;
    private final Progress progress;
    private final StatementResult[] results;
    private double read;
    private double written;

    PartiqlBatch(AwsClients clients, List<PartiqlStatement> statements, StatementListener listener, Progress progress) {
        this.clients = clients;
        this.statements = List.copyOf(statements);
        this.listener = listener;
        this.progress = progress;
        results = new StatementResult[statements.size()];
    }

    /**
     * Runs the statements.
     *
     * @throws InvalidInputException if some read and others write, or two write the same item; nothing was sent
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was written
     */
    StatementReport run() {
        long writes = statements.stream().filter(statement -> statement.kind().writes()).count();
        if (writes > 0 && writes < statements.size()) {
            throw new InvalidInputException("partiql_mixed", TEXT.get("partiql.mixed"), TEXT.get("partiql.mixed.remedy"));
        }
        try {
            if (writes == 0) {
                select();
            } else {
                write();
            }
        } finally {
            for (int i = 0; i < results.length; i++) {
                if (results[i] == null) {
                    ended(i, new StatementResult.NotRun());
                }
            }
        }
        return new StatementReport(List.of(results), read, written);
    }

    private void ended(int number, StatementResult result) {
        results[number] = result;
        listener.ended(number, result);
    }

    private void select() {
        String table = Objects.requireNonNullElse(Partiql.table(statements.getFirst()), TEXT.get("partiql.table"));
        BatchRequest request = new BatchRequest(clients, table, null, progress);
        Map<Integer, BatchStatementResponse> answers = new TreeMap<>();
        try {
            request.send(statements.stream().map(statement -> new BatchRequest.Entry(statement.text(), List.of())).toList(), answers);
        } finally {
            read += request.units();
            answers.forEach((number, answer) -> {
                @Nullable BatchStatementError error = answer.error();
                if (error != null) {
                    ended(number, new StatementResult.Failed(StatementErrors.of(error)));
                } else {
                    List<Item> items = answer.hasItem() && !answer.item().isEmpty() ? List.of(Item.of(answer.item())) : List.of();
                    listener.items(number, items);
                    ended(number, new StatementResult.Selected(items.size(), 1, true, 0));
                }
            });
        }
    }

    /** The statements of one table. */
    private record Group(TableDescription table, KeySchema keys, Map<Integer, WriteStatement> writes, Map<Integer, Item> itemKeys) {}

    private void write() {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < statements.size(); i++) {
            WriteStatement write = WriteStatementReader.read(statements.get(i), List.of());
            Group group = groups.computeIfAbsent(write.table(), this::group);
            Item key = PlannedWrite.key(write, group.keys());
            if (group.itemKeys().containsValue(key)) {
                throw new InvalidInputException("partiql_twice", TEXT.get("partiql.twice", key.toJson()), TEXT.get("partiql.twice.remedy"));
            }
            group.writes().put(i, write);
            group.itemKeys().put(i, key);
        }
        for (Group group : groups.values()) {
            progress.stopIfCancelled();
            write(group);
        }
    }

    private Group group(String table) {
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), table);
        return new Group(description, KeySchema.of(description), new TreeMap<>(), new TreeMap<>());
    }

    private void write(Group group) {
        String table = group.table().tableName();
        int count = group.writes().size();
        Intent intent =
                Intent.of(PartiqlWriter.OPERATION, TEXT.get("partiql.what", TEXT.get("partiql.batch"), count, table), UndoKind.ROWS);
        WritePermit change = clients.begin(intent, TableChangeTargets.of(clients, group.table()));
        try (CapacityScope _ = new PartiqlRates(clients).open(group.table(), progress)) {
            boolean known = write(group, new ItemImageReader(clients.dynamoDb(), table, group.keys()), change);
            long done = group.writes().keySet().stream().filter(number -> results[number] instanceof StatementResult.Written).count();
            String sentence = TEXT.get("partiql.batch.done", done, count, table);
            if (!known) {
                change.notKnown(sentence);
            } else if (done == count) {
                change.done(sentence);
            } else {
                change.ended(done > 0
                        ? new PartialCompletionException(sentence, TEXT.get("partiql.summary.remedy"))
                        : new OperationFailedException(sentence, TEXT.get("partiql.summary.remedy")));
            }
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    /** Returns whether it is known of every statement what became of it. */
    private boolean write(Group group, ItemImageReader images, WritePermit change) {
        Map<Item, Item> now = images.read(group.itemKeys().values());
        Map<Integer, PlannedWrite> planned = new TreeMap<>();
        group.writes().forEach((number, write) -> {
            Item key = key(group, number);
            try {
                planned.put(number, PlannedWrite.of(statements.get(number), write, List.of(), key, now.get(key)));
            } catch (InvalidInputException | OperationFailedException e) {
                ended(number, new StatementResult.Failed(e));
            }
        });
        if (planned.isEmpty()) {
            return true;
        }
        change.rows(planned.values().stream().map(PlannedWrite::change).toList());
        List<Integer> numbers = List.copyOf(planned.keySet());
        Map<Integer, BatchStatementResponse> answers = new TreeMap<>();
        BatchRequest request = new BatchRequest(clients, group.table().tableName(), change, progress);
        boolean known = true;
        try {
            request.send(entries(planned.values()), answers);
        } finally {
            written += request.units();
            if (answers.values().stream().anyMatch(answer -> answer.error() == null)) {
                change.written();
            }
            for (Map.Entry<Integer, BatchStatementResponse> answer : answers.entrySet()) {
                int number = numbers.get(answer.getKey());
                @Nullable BatchStatementError error = answer.getValue().error();
                known &= error == null || !StatementErrors.isUnknown(error);
                ended(number, result(planned.get(number), answer.getValue(), images, change));
            }
        }
        return known;
    }

    private static Item key(Group group, Integer number) {
        Item key = group.itemKeys().get(number);
        if (key == null) {
            throw new IllegalStateException("no key of statement " + number);
        }
        return key;
    }

    private static List<BatchRequest.Entry> entries(Collection<PlannedWrite> planned) {
        return planned.stream().map(write -> new BatchRequest.Entry(write.text(), write.parameters())).toList();
    }

    private static StatementResult result(
            @Nullable PlannedWrite planned, BatchStatementResponse answer, ItemImageReader images, WritePermit change) {
        @Nullable BatchStatementError error = answer.error();
        if (planned == null || error == null) {
            boolean asked = planned != null && !planned.verified() && answer.hasItem() && !answer.item().isEmpty();
            return new StatementResult.Written(change.id(), asked ? List.of(Item.of(answer.item())) : List.of(), 0);
        }
        if (!PartiqlWriter.isUnmet(error.codeAsString())) {
            return new StatementResult.Failed(StatementErrors.of(error));
        }
        @Nullable Item present = images.read(List.of(planned.key())).get(planned.key());
        boolean unchanged = ItemValues.same(present, planned.before());
        if (!unchanged && ItemValues.same(present, planned.after())) {
            // Written by an attempt whose answer was lost.
            return new StatementResult.Written(change.id(), List.of(), 0);
        }
        Failure failure = unchanged
                ? new OperationFailedException(TEXT.get("partiql.unmet", planned.key().toJson()), TEXT.get("partiql.unmet.remedy"))
                : new OperationFailedException(TEXT.get("partiql.contended", planned.key().toJson()), TEXT.get("partiql.again"));
        return new StatementResult.Failed(failure);
    }
}
