package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.local.DynamoDbEngine;
import dev.switchboard.local.LocalStatus;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.text.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats the status of the local engines as JSON and as text. */
final class LocalEngineFormatter {
    private static final Messages TEXT = Messages.of(LocalEngineFormatter.class);

    private LocalEngineFormatter() {}

    /** Returns the JSON document, with null for an engine that is not running. */
    static Map<String, @Nullable Object> document(LocalStatus status) {
        DynamoDbEngine dynamoDb = status.dynamoDb();
        PostgresEngine postgres = status.postgres();
        UserPoolEngine pool = status.userPool();
        return Json.object(
                "dynamodb", dynamoDb == null ? null : Json.object("engine", dynamoDb.engine(), "endpoint", dynamoDb.endpoint()),
                "postgres", postgres == null ? null : Json.object("engine", postgres.engine(), "url", postgres.url()),
                "cognito", pool == null ? null : Json.object("endpoint", pool.endpoint(), "poolId", pool.poolId()));
    }

    static TextTable table(LocalStatus status) {
        TextTable table = new TextTable("BACKEND", "ENGINE", "WHERE");
        DynamoDbEngine dynamoDb = status.dynamoDb();
        PostgresEngine postgres = status.postgres();
        UserPoolEngine pool = status.userPool();
        String stopped = TEXT.get("local.not-running");
        table.row("DynamoDB", dynamoDb == null ? stopped : dynamoDb.engine(), dynamoDb == null ? null : dynamoDb.endpoint());
        table.row("PostgreSQL", postgres == null ? stopped : postgres.engine(), postgres == null ? null : postgres.url());
        table.row("Cognito", pool == null ? stopped : pool.poolId(), pool == null ? null : pool.endpoint());
        return table;
    }

    static boolean isNothing(LocalStatus status) {
        return status.dynamoDb() == null && status.postgres() == null && status.userPool() == null;
    }
}
