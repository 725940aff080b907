package dev.switchboard.postgres.dump;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Restores the parts of a backup to an empty database, in one transaction. */
final class DumpRestorer {
    private static final Messages TEXT = Messages.of(DumpRestorer.class);
    private static final String SAVEPOINT = "privilege";
    private static final List<String> SET_BY_BACKUPS = List.of("search_path", "check_function_bodies", "standard_conforming_strings");
    private final Transaction transaction;
    private final Path file;
    private final Progress progress;
    private final List<String> notSet = new ArrayList<>();
    private long rows;

    DumpRestorer(Transaction transaction, Path file, Progress progress) {
        this.transaction = transaction;
        this.file = file;
        this.progress = progress;
    }

    /** Restores the backup and returns the owners and privileges that could not be set. */
    List<String> run() {
        try (DumpReader reading = DumpReader.open(file)) {
            for (DumpPart part = reading.next(); part != null; part = reading.next()) {
                progress.stopIfCancelled();
                restore(part);
            }
        }
        // The connection returns to the pool, so its settings are reset.
        SET_BY_BACKUPS.forEach(name -> transaction.execute("reset", "RESET " + name, 1));
        return notSet;
    }

    private void restore(DumpPart part) {
        switch (part) {
            case DumpPart.Statement statement -> statement(statement.sql());
            case DumpPart.Privilege privilege -> privilege(privilege.sql());
            case DumpPart.Rows table -> {
                progress.step(TEXT.get("restore.table", table.table().replaceAll(" \\(.*", "")));
                rows += transaction.copyIn(table.sql(), table.rows());
                progress.advance(rows, Progress.UNKNOWN);
            }
        }
    }

    private void statement(String sql) {
        try {
            transaction.execute("restore", sql, 1);
        } catch (OperationCancelledException | InvalidInputException e) {
            throw e;
        } catch (Failure e) {
            throw new OperationFailedException(TEXT.get("restore.failed", firstLine(sql), e.sentence()), e.remedy(), e);
        }
    }

    /** Sets an owner or a privilege, and continues if the role does not exist or may not be set. */
    private void privilege(String sql) {
        transaction.execute("savepoint", "SAVEPOINT " + SAVEPOINT, 1);
        try {
            transaction.execute("restore", sql, 1);
            transaction.execute("savepoint", "RELEASE SAVEPOINT " + SAVEPOINT, 1);
        } catch (OperationCancelledException e) {
            throw e;
        } catch (Failure e) {
            transaction.execute("savepoint", "ROLLBACK TO SAVEPOINT " + SAVEPOINT, 1);
            notSet.add(firstLine(sql) + ": " + e.sentence());
        }
    }

    private static String firstLine(String sql) {
        int end = sql.indexOf('\n');
        return end < 0 ? sql : sql.substring(0, end) + " …";
    }
}
