package dev.switchboard.doctor;

import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the database has the tables of the application, with columns that it can use. */
final class SchemaCheck {
    private static final Messages TEXT = Messages.of(SchemaCheck.class);
    private static final Sql TYPES = Sql.file("doctor/column_types");
    private final HealthCheckServices services;

    SchemaCheck(HealthCheckServices services) {
        this.services = services;
    }

    CheckFinding run(Progress progress) {
        if (!services.setup().schemaPresent()) {
            List<String> elsewhere = services.users().otherSchemas();
            String other = elsewhere.isEmpty() ? "" : " " + TEXT.get("schema.elsewhere", String.join(", ", elsewhere));
            return CheckFinding.failed(TEXT.get("schema.missing") + other, Repair.DB_SETUP);
        }
        List<String> missing = services.users().missingColumns();
        List<String> problems = new ArrayList<>();
        if (!missing.isEmpty()) {
            problems.add(TEXT.get("schema.columns", missing.size(), String.join(", ", missing)));
        }
        services.database().query(TYPES, Map.of())
                .forEach(column -> problems.add(TEXT.get("schema.type", column.text("name"), column.text("type"))));
        if (problems.isEmpty()) {
            return CheckFinding.ok(TEXT.get("schema.ok"));
        }
        // Without these two nothing of the console works; all else is shown as missing, or works until a value is compared.
        boolean unusable = missing.contains("uuid") || missing.contains("handle");
        String detail = String.join(" ", problems);
        return unusable ? CheckFinding.failed(detail, null) : CheckFinding.warning(detail, null);
    }
}
