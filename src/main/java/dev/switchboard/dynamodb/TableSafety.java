package dev.switchboard.dynamodb;

import dev.switchboard.environment.AwsClients;
import dev.switchboard.failure.Failed;
import dev.switchboard.text.Messages;
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
        try {
            clients.dynamoDb().updateTable(b -> b.tableName(name).deletionProtectionEnabled(on));
        } catch (ResourceNotFoundException e) {
            throw none(name, e);
        }
    }

    void recovery(String name, boolean on) {
        try {
            clients.dynamoDb()
                    .updateContinuousBackups(b -> b.tableName(name).pointInTimeRecoverySpecification(s -> s.pointInTimeRecoveryEnabled(on)));
        } catch (TableNotFoundException e) {
            throw none(name, e);
        } catch (DynamoDbException e) {
            if (TableReader.isNotOffered(e)) {
                throw new Failed(TEXT.get("recovery.not-offered"), TEXT.get("recovery.not-offered.remedy"), e);
            }
            throw e;
        }
    }

    private static Failed none(String name, DynamoDbException cause) {
        return new Failed(TEXT.get("table.none", name), TEXT.get("table.none.remedy"), cause);
    }
}
