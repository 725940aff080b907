package dev.switchboard.dynamodb.partiql;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.LostAnswers;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.item.Throttling;
import dev.switchboard.dynamodb.item.ThrottlingLimit;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Change;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Runs single statements that write, each as a change that can be undone: the item is read first, and the statement is sent on the condition
 * that it is still the same. Thread-safe.
 */
final class PartiqlWriter {
    static final String OPERATION = "items partiql";
    private static final Messages TEXT = Messages.of(PartiqlWriter.class);
    private static final int ATTEMPTS = 5;
    private final AwsClients clients;

    PartiqlWriter(AwsClients clients) {
        this.clients = clients;
    }

    /**
     * Runs a statement.
     *
     * @param rates of the run that the statement is a part of
     * @throws dev.switchboard.failure.OperationRefusedException if the environment is locked; nothing was written
     * @throws OperationFailedException if its own condition is not met, the item to create exists, or other processes kept changing the item
     */
    StatementResult.Written write(PartiqlStatement statement, List<TypedValue> parameters, PartiqlRates rates, Progress progress) {
        WriteStatement write = WriteStatementReader.read(statement, parameters);
        TableDescription description = TableReader.descriptionOrFail(clients.dynamoDb(), write.table());
        KeySchema keys = KeySchema.of(description);
        Item key = PlannedWrite.key(write, keys);
        ItemImageReader images = new ItemImageReader(clients.dynamoDb(), write.table(), keys);
        Intent intent = Intent.of(OPERATION, TEXT.get("partiql.what", statement.kind().name(), 1, write.table()), UndoKind.ROWS);
        WritePermit change = clients.begin(intent, TableChangeTargets.of(clients, description));
        try (CapacityScope _ = rates.open(description, progress)) {
            StatementResult.Written written = write(statement, write, parameters, key, images, change, progress);
            change.done(TEXT.get("partiql.done", 1, write.table()));
            return written;
        } catch (RuntimeException e) {
            throw ChangeOutcomes.told(change, e);
        }
    }

    private StatementResult.Written write(
            PartiqlStatement statement, WriteStatement write, List<TypedValue> parameters, Item key, ItemImageReader images,
            WritePermit change, Progress progress) {
        for (int attempt = 1;; attempt++) {
            progress.stopIfCancelled();
            @Nullable Item now = images.read(List.of(key)).get(key);
            PlannedWrite planned = PlannedWrite.of(statement, write, parameters, key, now);
            change.rows(List.of(planned.change()));
            try {
                ExecuteStatementResponse response = send(write.table(), planned, change);
                change.written();
                List<Item> items = response.items().stream().map(Item::of).toList();
                verify(planned, items, change);
                return new StatementResult.Written(
                        change.id(), planned.verified() ? List.of() : items, PartiqlValues.units(response.consumedCapacity()));
            } catch (DynamoDbException e) {
                if (!isUnmet(e)) {
                    throw e;
                }
                @Nullable Item present = images.read(List.of(key)).get(key);
                if (ItemValues.same(present, now)) {
                    throw new OperationFailedException(TEXT.get("partiql.unmet", key.toJson()), TEXT.get("partiql.unmet.remedy"), e);
                }
                if (LostAnswers.arePossible(e) && ItemValues.same(present, planned.after())) {
                    change.written();
                    return new StatementResult.Written(change.id(), List.of(), 0);
                }
                if (attempt == ATTEMPTS) {
                    throw new OperationFailedException(TEXT.get("partiql.contended", key.toJson()), TEXT.get("partiql.again"), e);
                }
                change.startOver();
            }
        }
    }

    /** Whether a condition was not met, which also tells that an item to create exists. DynamoDB Local has a code of its own for that. */
    static boolean isUnmet(DynamoDbException thrown) {
        return thrown.awsErrorDetails() != null && isUnmet(String.valueOf(thrown.awsErrorDetails().errorCode()));
    }

    static boolean isUnmet(String code) {
        return code.startsWith("ConditionalCheckFailed") || code.startsWith("DuplicateItem");
    }

    /** Records the item that was written where it is not the expected one, so that undo recognizes it. */
    private static void verify(PlannedWrite planned, List<Item> returned, WritePermit change) {
        if (planned.verified() && returned.size() == 1 && !ItemValues.same(returned.getFirst(), planned.after())) {
            @Nullable String before = planned.before() == null ? null : planned.before().toJson();
            change.rows(List.of(new Change(planned.key().toJson(), before, returned.getFirst().toJson())));
        }
    }

    private ExecuteStatementResponse send(String table, PlannedWrite planned, WritePermit change) {
        boolean unanswered = false;
        for (int throttled = 1;; throttled++) {
            try {
                return clients.dynamoDb().executeStatement(b -> b.statement(planned.text())
                        .parameters(PartiqlValues.attributes(planned.parameters()))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .overrideConfiguration(PermitInterceptor.of(change)));
            } catch (DynamoDbException e) {
                if (!Throttling.is(e)) {
                    throw e;
                }
                unanswered |= LostAnswers.arePossible(e);
                if (throttled >= ThrottlingLimit.USUAL.attempts() && unanswered) {
                    // An earlier attempt may have been written, so that this is no plain failure.
                    throw SdkClientException.create(String.valueOf(e.getMessage()), e);
                }
                RetryBackoff.sleep(ThrottlingLimit.USUAL.pause(table, throttled));
            }
        }
    }
}
