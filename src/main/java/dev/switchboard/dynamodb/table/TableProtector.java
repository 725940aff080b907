package dev.switchboard.dynamodb.table;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;

/** Turns deletion protection and point-in-time recovery on and off. */
final class TableProtector {
    private static final Messages TEXT = Messages.of(TableProtector.class);
    private final AwsClients clients;

    TableProtector(AwsClients clients) {
        this.clients = clients;
    }

    void protect(String name, boolean on) {
        changing("tables protect", TEXT.get(on ? "journal.protect" : "journal.protect.off", name), name, change -> {
            try {
                clients.dynamoDb()
                        .updateTable(
                                b -> b.tableName(name).deletionProtectionEnabled(on).overrideConfiguration(PermitInterceptor.of(change)));
            } catch (ResourceNotFoundException e) {
                throw none(name, e);
            }
        });
    }

    void recovery(String name, boolean on) {
        changing("tables recovery", TEXT.get(on ? "journal.recovery" : "journal.recovery.off", name), name, change -> {
            try {
                clients.dynamoDb()
                        .updateContinuousBackups(b -> b.tableName(name)
                                .pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(on))
                                .overrideConfiguration(PermitInterceptor.of(change)));
            } catch (TableNotFoundException e) {
                throw none(name, e);
            } catch (DynamoDbException e) {
                if (TableReader.isNotOffered(e)) {
                    throw new OperationFailedException(TEXT.get("recovery.not-offered"), TEXT.get("recovery.not-offered.remedy"), e);
                }
                throw e;
            }
        });
    }

    private void changing(String operation, String what, String table, Consumer<WritePermit> work) {
        WritePermit change =
                clients.begin(Intent.event(operation, what, TEXT.get("journal.switch.undo")), TableChangeTargets.named(clients, table));
        try {
            work.accept(change);
            change.done("");
        } catch (RuntimeException e) {
            throw ChangeOutcomes.toldEvent(change, e);
        }
    }

    private static OperationFailedException none(String name, DynamoDbException cause) {
        return new OperationFailedException(TEXT.get("table.none", name), TEXT.get("table.none.remedy"), cause);
    }
}
