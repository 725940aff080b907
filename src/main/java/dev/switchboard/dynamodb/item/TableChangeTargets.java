package dev.switchboard.dynamodb.item;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.journal.ChangeTarget;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Creates the change targets that identify tables in the journal. */
public final class TableChangeTargets {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int PARTS = 6;

    private TableChangeTargets() {}

    public static ChangeTarget of(AwsClients clients, TableDescription table) {
        @Nullable URI endpoint = clients.dynamoDbEndpoint();
        // The ARN contains the account, so no further call is needed; a local engine returns a made-up one.
        String[] arn = String.valueOf(table.tableArn()).split(":", PARTS);
        boolean told = endpoint == null && arn.length == PARTS;
        return new ChangeTarget(
                "DynamoDB",
                table.tableName(),
                endpoint == null ? null : endpoint.toString(),
                told ? arn[ACCOUNT] : null,
                told ? arn[REGION] : null,
                table.tableId());
    }

    /** Creates the target of a table that does not exist yet. */
    public static ChangeTarget named(AwsClients clients, String table) {
        @Nullable URI endpoint = clients.dynamoDbEndpoint();
        return new ChangeTarget("DynamoDB", table, endpoint == null ? null : endpoint.toString(), null, null, null);
    }
}
