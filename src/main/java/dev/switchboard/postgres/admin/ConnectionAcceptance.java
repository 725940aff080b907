package dev.switchboard.postgres.admin;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.util.Map;

/** Whether a database accepts connections. A drop makes it accept none before its backup, and a drop whose process was killed leaves it so. */
final class ConnectionAcceptance {
    private static final Messages TEXT = Messages.of(ConnectionAcceptance.class);
    private static final Sql ACCEPTS = Sql.file("setup/accepts_connections");
    private final MaintenanceDatabase maintenance;
    private final String name;

    /** @param name the name of the database */
    ConnectionAcceptance(MaintenanceDatabase maintenance, String name) {
        this.maintenance = maintenance;
        this.name = name;
    }

    /** Returns true also if there is no such database. */
    boolean accepts() {
        return maintenance.query(ACCEPTS, Map.of("database", name)).stream().allMatch(row -> row.flag("accepts"));
    }

    /** Changes it under a permit that the caller holds. */
    void allow(boolean allowed) {
        maintenance.execute("setup/allow_connections", "ALTER DATABASE " + quoted() + " ALLOW_CONNECTIONS " + allowed);
    }

    /**
     * Allows connections again if that is why a connection failed.
     *
     * @param operation the command for which it is changed
     * @return false if the connection failed for another reason
     */
    boolean reopenAfter(OperationFailedException failure, WriteAuthorization authorization, String operation) {
        if (!PostgresFailureExplainer.isNotReady(failure) || accepts()) {
            return false;
        }
        Intent intent = Intent.event(operation, TEXT.get("drop.reopening", name), TEXT.get("journal.reopen.undo"));
        return maintenance.changing(authorization, intent, change -> {
            allow(true);
            return true;
        }, done -> "");
    }

    /** Returns the name as SQL has it. */
    String quoted() {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
