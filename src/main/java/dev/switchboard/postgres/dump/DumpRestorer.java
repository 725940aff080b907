package dev.switchboard.postgres.dump;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.List;

/** Restores the parts of a backup to an empty database, in one transaction. */
final class DumpRestorer {
    private static final Messages TEXT = Messages.of(DumpRestorer.class);
    private static final List<String> SET_BY_BACKUPS = List.of("search_path", "check_function_bodies", "standard_conforming_strings");
    private final Transaction transaction;
    private final String database;
    private final Path file;
    private final Progress progress;
    private final OptionalStatements optional;
    private long rows;

    /** @param database the name of the database, which may not be that of the backup */
    DumpRestorer(Transaction transaction, String database, Path file, Progress progress) {
        this.database = database;
        this.transaction = transaction;
        this.file = file;
        this.progress = progress;
        optional = new OptionalStatements(transaction);
    }

    /** Restores the backup and returns the owners and privileges that could not be set. */
    List<String> run() {
        try (DumpReader reading = DumpReader.open(file)) {
            for (DumpPart part = reading.next(); part != null; part = reading.next()) {
                progress.stopIfCancelled();
                restore(part);
            }
            DatabaseProperties properties = reading.properties();
            if (properties != null) {
                optional.run(properties, database);
            }
        }
        // The connection returns to the pool, so its settings are reset.
        SET_BY_BACKUPS.forEach(name -> transaction.execute("reset", "RESET " + name, 1));
        return optional.failed();
    }

    private void restore(DumpPart part) {
        switch (part) {
            case DumpPart.Statement statement -> statement(statement.sql());
            case DumpPart.Privilege privilege -> optional.run(privilege.sql());
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
            throw new OperationFailedException(TEXT.get("restore.failed", OptionalStatements.firstLine(sql), e.sentence()), e.remedy(), e);
        }
    }
}
