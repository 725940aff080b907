package dev.switchboard.cli;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.backup.TableDeleteResult;
import dev.switchboard.dynamodb.backup.TableRestoreResult;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tables}: lists, creates, deletes, backs up and restores tables. */
@Command(name = "tables")
final class TablesCommand {
    private static final Messages TEXT = Messages.of(TablesCommand.class);
    private final Invocation invocation;

    TablesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "list")
    int list() throws Exception {
        return invocation.run((session, progress) -> {
            List<TableDetails> tables = session.tables().list(progress);
            if (invocation.json()) {
                invocation.print(Json.object("tables", tables.stream().map(TableFormatter::summary).toList()));
            } else if (!tables.isEmpty()) {
                invocation.print(TableFormatter.list(tables));
            }
            invocation.note(tables.isEmpty() ? TEXT.get("tables.none") : TEXT.get("tables.counts-are-old"));
            return ExitStatus.DONE;
        });
    }

    @Command(name = "describe")
    int describe(@Parameters(paramLabel = "NAME") String name) throws Exception {
        return invocation.run((session, progress) -> {
            TableDetails table = session.tables().describe(name);
            if (invocation.json()) {
                invocation.print(TableFormatter.details(table));
            } else {
                TableFormatter.lines(table).forEach(invocation::print);
            }
            if (session.environment().policy().confirmsDestruction()) {
                TableFormatter.suggestions(table).forEach(invocation::note);
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "create")
    int create(
            @Parameters(arity = "0..1", paramLabel = "NAME") @Nullable String name,
            @Option(names = "--with-index") boolean withIndex,
            @Option(names = "--with-stream") boolean withStream,
            @Option(names = "--on-demand") boolean onDemand)
            throws Exception {
        return invocation.run((session, progress) -> {
            String named = name == null ? session.settings().messagesTable() : name;
            TableDefinition wanted = MessagesTablePreset.of(named, withIndex, withStream, onDemand);
            TableDetails created = session.tables().create(wanted, progress);
            if (invocation.json()) {
                invocation.print(TableFormatter.details(created));
            } else {
                invocation.print(TEXT.get("tables.created", created.name(), created.status()));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "drop")
    int drop(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--confirm", paramLabel = "NAME") @Nullable String confirm,
            @Option(names = "--no-backup") boolean noBackup)
            throws Exception {
        return invocation.run((session, progress) -> {
            session.permits().checkUnlocked("DeleteTable");
            String typed = invocation.confirmation(name, confirm);
            TableDeleteResult dropped = session.tableDropper().drop(name, typed, !noBackup, progress);
            @Nullable Path backup = dropped.backup();
            if (invocation.json()) {
                invocation.print(Json.object("dropped", dropped.name(), "backup", backup, "addedToBackup", dropped.added()));
            } else {
                invocation.print(TEXT.get("tables.dropped", dropped.name()));
                if (dropped.added() > 0) {
                    invocation.print(TEXT.get("tables.dropped.added", dropped.added()));
                }
                if (backup != null) {
                    invocation.print(TEXT.get("tables.dropped.window"));
                }
                invocation.print(backup == null ? TEXT.get("tables.dropped.no-backup") : TEXT.get("tables.dropped.backup", backup));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "protect")
    int protect(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--off") boolean off,
            @Option(names = "--confirm", paramLabel = "NAME") @Nullable String confirm)
            throws Exception {
        return toggle("UpdateTable", Tables::protect, name, off, confirm);
    }

    @Command(name = "recovery")
    int recovery(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--off") boolean off,
            @Option(names = "--confirm", paramLabel = "NAME") @Nullable String confirm)
            throws Exception {
        return toggle("UpdateContinuousBackups", Tables::recovery, name, off, confirm);
    }

    /** A setting that protects the data of a table. */
    private interface Safeguard {
        TableDetails set(Tables tables, String name, boolean on);
    }

    /** Changes a safeguard. In prd, turning it off requires a confirmation. */
    private int toggle(String operation, Safeguard safeguard, String name, boolean off, @Nullable String confirm) throws Exception {
        return invocation.run((session, progress) -> {
            session.permits().checkUnlocked(operation);
            if (off && session.environment().policy().confirmsDestruction()) {
                invocation.confirmation(name, confirm);
            }
            TableDetails table = safeguard.set(session.tables(), name, !off);
            if (invocation.json()) {
                invocation.print(TableFormatter.details(table));
            } else {
                TableFormatter.safety(table).forEach(invocation::print);
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "backup")
    int backup(
            @Parameters(paramLabel = "NAME") String name, @Option(names = "--output", paramLabel = "FILE") @Nullable Path output)
            throws Exception {
        return invocation.run((session, progress) -> {
            BackupFile backup = session.backups().backup(name, output, progress);
            if (invocation.json()) {
                invocation.print(Json.object(
                        "table", backup.table(), "file", backup.file(), "items", backup.items(), "bytes", backup.bytes()));
            } else {
                invocation.print(TEXT.get("tables.backed-up", backup.items(), backup.table(), backup.file()));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "restore")
    int restore(
            @Parameters(paramLabel = "FILE") Path file, @Option(names = "--as", paramLabel = "NAME") @Nullable String as)
            throws Exception {
        return invocation.run((session, progress) -> {
            TableRestoreResult restored = session.backups().restore(file, as, progress);
            if (invocation.json()) {
                invocation.print(Json.object("table", restored.table(), "items", restored.items()));
            } else {
                invocation.print(TEXT.get("tables.restored", restored.items(), restored.table()));
            }
            return ExitStatus.DONE;
        });
    }
}
