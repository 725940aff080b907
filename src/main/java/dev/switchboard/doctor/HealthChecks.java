package dev.switchboard.doctor;

import dev.switchboard.conversations.TimeRange;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.connection.DatabaseConnectionStatus;
import dev.switchboard.postgres.connection.DatabaseConnectionTestResult;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import dev.switchboard.users.User;
import dev.switchboard.users.UserDirectory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The health checks in their order: the three backends, the messages table, the database schema, the users, their Cognito IDs and
 * the conversations.
 */
final class HealthChecks {
    private static final Messages TEXT = Messages.of(HealthChecks.class);

    /** The number of users whose partitions are searched for a conversation. */
    private static final int MAX_USERS = 50;
    /** The number of users without a Cognito ID that are looked up in the user pool. */
    private static final int MAX_LOOKUPS = 20;

    private final HealthCheckServices services;

    HealthChecks(HealthCheckServices services) {
        this.services = services;
    }

    List<Check> all() {
        return List.of(
                new Check("dynamodb", List.of(), this::dynamoDb),
                new Check("postgres", List.of(), this::postgres),
                new Check("cognito", List.of(), this::cognito),
                new Check("clock", List.of(), new ClockCheck(services)::run),
                new Check("messages-table", List.of("dynamodb"), this::messagesTable),
                new Check("table-settings", List.of("messages-table"), this::tableSettings),
                new Check("schema", List.of("postgres"), new SchemaCheck(services)::run),
                new Check("users", List.of("schema"), this::users),
                new Check("cognito-ids", List.of("cognito", "users"), this::cognitoIds),
                new Check("conversation", List.of("messages-table", "table-settings", "users"), this::conversation));
    }

    private CheckFinding dynamoDb(Progress progress) {
        return CheckFinding.ok(TEXT.get("dynamodb.ok", services.tables().names().size()));
    }

    private CheckFinding postgres(Progress progress) {
        try {
            Row server = services.database().query(Sql.file("doctor/server"), Map.of()).getFirst();
            return CheckFinding.ok(TEXT.get("postgres.ok", server.text("version"), server.text("database"), server.text("role")));
        } catch (OperationFailedException e) {
            DatabaseConnectionTestResult report = services.reachability().check(services.database().url());
            if (report.reachable()) {
                throw e;
            }
            String detail = Stream.of(report.sentence(), report.remedy(), report.command())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            boolean missing = report.finding() == DatabaseConnectionStatus.NO_DATABASE;
            return CheckFinding.failed(detail, missing ? Repair.DB_SETUP : null);
        }
    }

    private CheckFinding cognito(Progress progress) {
        return CheckFinding.ok(TEXT.get("cognito.ok", services.pool().describe()));
    }

    private CheckFinding messagesTable(Progress progress) {
        Optional<TableDetails> table = services.tables().find(services.messagesTable());
        if (table.isEmpty()) {
            return CheckFinding.failed(TEXT.get("messages-table.missing", services.messagesTable()), Repair.CREATE_TABLE);
        }
        String status = table.get().status();
        return status.equals("ACTIVE")
                ? CheckFinding.ok(TEXT.get("messages-table.ok", services.messagesTable()))
                : CheckFinding.warning(TEXT.get("messages-table.state", services.messagesTable(), status), null);
    }

    private CheckFinding tableSettings(Progress progress) {
        return TableSettingsCheck.of(services.tables().describe(services.messagesTable()), services.policy().lockRequired());
    }

    private CheckFinding users(Progress progress) {
        long users = services.users().counts().users();
        return users > 0 ? CheckFinding.ok(TEXT.get("users.ok", users)) : CheckFinding.failed(TEXT.get("users.none"), Repair.DB_SEED);
    }

    private CheckFinding cognitoIds(Progress progress) {
        if (services.users().missingColumns().contains("cognito_user_id")) {
            return CheckFinding.failed(TEXT.get("schema.columns", 1, "cognito_user_id"), null);
        }
        UserDirectory.Counts counts = services.users().counts();
        long open = counts.unsynced();
        if (open == 0) {
            return CheckFinding.ok(TEXT.get("cognito-ids.ok", counts.users()));
        }
        String sentence = TEXT.get("cognito-ids.open", open, counts.users());
        List<User> users = services.users().unsynced(MAX_LOOKUPS);
        for (User user : users) {
            progress.stopIfCancelled();
            if (services.pool().hasOne(user.handle())) {
                return CheckFinding.warning(sentence, Repair.USERS_SYNC);
            }
        }
        // A sync would write nothing and leave the warning.
        String why = users.size() < MAX_LOOKUPS ? TEXT.get("cognito-ids.no-pool-user") : TEXT.get("cognito-ids.unknown", MAX_LOOKUPS);
        return CheckFinding.warning(sentence + " " + why, null);
    }

    private CheckFinding conversation(Progress progress) {
        List<User> users = services.users().firstIdentified(MAX_USERS);
        for (User user : users) {
            progress.stopIfCancelled();
            if (!services.conversations().groups(user.uuid(), new TimeRange.All(), 1, null).rows().isEmpty()) {
                return CheckFinding.ok(TEXT.get("conversation.ok", user.handle()));
            }
        }
        return CheckFinding.warning(TEXT.get("conversation.none", users.size()), users.size() > 1 ? Repair.SEED_CONVERSATION : null);
    }
}
