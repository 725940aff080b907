package dev.switchboard.dynamodb.table;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.JournalInterceptor;
import dev.switchboard.dynamodb.item.Endings;
import dev.switchboard.dynamodb.item.TablePlace;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.Failed;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Recording;
import dev.switchboard.text.Messages;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;

/** Switches what keeps a table from being lost. */
final class TableSafety {
    private static final Messages TEXT = Messages.of(TableSafety.class);
    private final AwsClients clients;

    TableSafety(AwsClients clients) {
        this.clients = clients;
    }

    void protect(String name, boolean on) {
        changing("tables protect", TEXT.get(on ? "journal.protect" : "journal.protect.off", name), name, change -> {
            try {
                clients.dynamoDb()
                        .updateTable(b -> b.tableName(name).deletionProtectionEnabled(on).overrideConfiguration(JournalInterceptor.of(change)));
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
                                .overrideConfiguration(JournalInterceptor.of(change)));
            } catch (TableNotFoundException e) {
                throw none(name, e);
            } catch (DynamoDbException e) {
                if (TableReader.isNotOffered(e)) {
                    throw new Failed(TEXT.get("recovery.not-offered"), TEXT.get("recovery.not-offered.remedy"), e);
                }
                throw e;
            }
        });
    }

    private void changing(String operation, String what, String table, Consumer<Recording> work) {
        Recording change = clients.begin(Intent.event(operation, what, TEXT.get("journal.switch.undo")), TablePlace.named(clients, table));
        try {
            work.accept(change);
            change.done("");
        } catch (RuntimeException e) {
            throw Endings.toldEvent(change, e);
        }
    }

    private static Failed none(String name, DynamoDbException cause) {
        return new Failed(TEXT.get("table.none", name), TEXT.get("table.none.remedy"), cause);
    }
}
