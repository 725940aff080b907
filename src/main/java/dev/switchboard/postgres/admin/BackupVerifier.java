package dev.switchboard.postgres.admin;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.dump.BackupMethod;
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.postgres.dump.DatabaseBackupFiles;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.postgres.dump.DatabaseContents;
import dev.switchboard.postgres.dump.DatabaseProperties;
import dev.switchboard.postgres.dump.DatabaseRestoreResult;
import dev.switchboard.postgres.dump.WrittenBackup;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies a backup by restoring it into a temporary database, which is dropped afterwards, and comparing that with the original. */
final class BackupVerifier {
    private static final Logger LOG = LoggerFactory.getLogger(BackupVerifier.class);
    private static final Messages TEXT = Messages.of(BackupVerifier.class);
    private static final Sql MAY_CREATE = Sql.file("dump/may_create_database");
    private static final Sql SERVER = Sql.file("dump/server_version");
    private static final Sql EXTENSIONS = Sql.file("dump/extensions");
    private static final Sql AVAILABLE = Sql.file("dump/extensions_available");
    private static final int MOST_DIFFERENCES = 5;
    private final Database database;
    private final DatabaseBackups backups;
    private final @Nullable Supplier<PostgresUrl> localEngine;

    /** @param localEngine starts the local engine and returns its URL; null if there is none */
    BackupVerifier(Database database, DatabaseBackups backups, @Nullable Supplier<PostgresUrl> localEngine) {
        this.database = database;
        this.backups = backups;
        this.localEngine = localEngine;
    }

    /** Returns where a backup can be verified. May start the local engine. */
    BackupVerification choose(BackupMethod method) {
        if (database.query(MAY_CREATE, Map.of()).getFirst().flag("may")) {
            return new BackupVerification.SameServer();
        }
        String reason = TEXT.get("verify.no-role", database.url().user());
        if (localEngine == null) {
            return new BackupVerification.Impossible(reason);
        }
        try {
            PostgresUrl url = localEngine.get();
            @Nullable String unfit = unfit(url, method);
            return unfit == null
                    ? new BackupVerification.LocalEngine(url, reason)
                    : new BackupVerification.Impossible(reason + " " + unfit);
        } catch (OperationCancelledException e) {
            throw e;
        } catch (Failure e) {
            return new BackupVerification.Impossible(reason + " " + e.sentence());
        }
    }

    /** Returns why the local engine cannot hold such a database; null if it can. */
    private @Nullable String unfit(PostgresUrl url, BackupMethod method) {
        try (Database engine = on(url.withDatabase(MaintenanceDatabase.DATABASE))) {
            Row server = engine.query(SERVER, Map.of()).getFirst();
            if (server.number("major") < method.serverMajor()) {
                return TEXT.get("verify.local-old", server.text("version"), method.serverVersion());
            }
            List<String> missing = new ArrayList<>(names(database.query(EXTENSIONS, Map.of())));
            missing.removeAll(names(engine.query(AVAILABLE, Map.of())));
            return missing.isEmpty() ? null : TEXT.get("verify.local-extensions", String.join(", ", missing));
        }
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(row -> row.text("name")).toList();
    }

    private Database on(PostgresUrl url) {
        return new Database(() -> url, database.permits(), database.log().activity(), database.patience());
    }

    /**
     * Restores the backup and compares.
     *
     * @param change of the drop, which this is a part of
     * @throws OperationFailedException if it does not restore what was there
     */
    void verify(WritePermit change, WrittenBackup written, BackupVerification where, Progress progress) {
        DatabaseContents original = written.contents();
        if (original == null) {
            return;
        }
        boolean same = where instanceof BackupVerification.SameServer;
        PostgresUrl server = where instanceof BackupVerification.LocalEngine engine ? engine.url() : database.url();
        String name = "switchboard_check_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        progress.step(TEXT.get("verify.step", written.backup().database(), name));
        try (Database scratch = on(server.withDatabase(name))) {
            MaintenanceDatabase maintenance = new MaintenanceDatabase(scratch);
            @Nullable DatabaseProperties properties = DatabaseBackupFiles.properties(written.backup().file());
            try {
                maintenance.execute("setup/create_database", properties == null
                        ? DatabaseProperties.plainStatement(name)
                        : same ? properties.createStatement(name) : properties.portableStatement(name));
                compare(change, scratch, written.backup(), original, same, progress);
            } finally {
                drop(scratch, maintenance, name);
            }
        }
    }

    private void compare(WritePermit change, Database scratch, DatabaseBackup backup, DatabaseContents original, boolean same,
            Progress progress) {
        DatabaseBackups restoring = backups.of(scratch);
        DatabaseRestoreResult result;
        try {
            result = restoring.restore(change, backup, progress);
        } catch (OperationCancelledException e) {
            throw e;
        } catch (Failure e) {
            throw new OperationFailedException(TEXT.get("verify.failed", backup.database(), e.sentence()), TEXT.get("verify.remedy"), e);
        }
        progress.step(TEXT.get("verify.comparing", backup.database()));
        List<String> different = original.differences(restoring.contents(progress), same, result.notSet().isEmpty());
        if (!different.isEmpty()) {
            String list = different.stream().limit(MOST_DIFFERENCES).collect(Collectors.joining(", "));
            throw new OperationFailedException(TEXT.get("verify.different", backup.database(), different.size(), list),
                    TEXT.get("verify.remedy"));
        }
    }

    /** Also after a cancellation. A database that stays is told, because its name says where it is from, and no one uses it. */
    private static void drop(Database scratch, MaintenanceDatabase maintenance, String name) {
        scratch.reconnect(scratch.url());
        @Nullable Failure failure = Uninterruptible.run(
                () -> maintenance.execute("setup/drop_database", "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)"));
        if (failure != null) {
            LOG.warn("The temporary database {} could not be dropped: {}", name, failure.sentence());
        }
    }
}
