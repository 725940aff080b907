package dev.switchboard.cli.tables;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.backup.BackupResult;
import dev.switchboard.dynamodb.backup.DropOptions;
import dev.switchboard.dynamodb.backup.DropPreview;
import dev.switchboard.dynamodb.backup.TableDeleteResult;
import dev.switchboard.dynamodb.backup.TableRestoreResult;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tables}: lists, creates, deletes, backs up and restores tables. */
@Command(name = "tables")
public final class TablesCommand {
    private static final Messages TEXT = Messages.of(TablesCommand.class);
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    private TablesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Returns the command with its subcommands. */
    public static CommandLine of(Invocation invocation) {
        return new CommandLine(new TablesCommand(invocation))
                .addSubcommand(new DescribeCommand(invocation))
                .addSubcommand(new CompareCommand(invocation))
                .addSubcommand(new CreateCommand(invocation))
                .addSubcommand(new UpdateCommand(invocation));
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

    @Command(name = "drop")
    int drop(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--confirm", paramLabel = "NAME") @Nullable String confirm,
            @Option(names = "--no-backup") boolean noBackup,
            @Option(names = "--refuse-writes") boolean refuseWrites,
            @Option(names = "--rate", paramLabel = "RCU", converter = Converters.RateConverter.class) @Nullable Double rate)
            throws Exception {
        if (refuseWrites && noBackup) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), TEXT.get("tables.refuse.no-backup"));
        }
        return invocation.run((session, progress) -> {
            session.permits().checkUnlocked("DeleteTable");
            DropOptions options = new DropOptions(!noBackup, rate(rate), refuseWrites);
            String typed = invocation.confirmation(name, confirm, () -> noBackup ? List.of() : notes(session, name, options));
            TableDeleteResult dropped = session.tableDropper().drop(name, typed, options, progress);
            @Nullable Path backup = dropped.backup();
            if (invocation.json()) {
                invocation.print(Json.object("dropped", dropped.name(), "backup", backup, "addedToBackup", dropped.added(), "complete",
                        dropped.complete()));
            } else {
                invocation.print(TEXT.get("tables.dropped", dropped.name()));
                if (dropped.added() > 0) {
                    invocation.print(TEXT.get("tables.dropped.added", dropped.added()));
                }
                if (backup != null) {
                    invocation.print(TEXT.get(dropped.complete() ? "tables.dropped.complete" : "tables.dropped.window"));
                }
                invocation.print(backup == null ? TEXT.get("tables.dropped.no-backup") : TEXT.get("tables.dropped.backup", backup));
            }
            return ExitStatus.DONE;
        });
    }

    /** What the deletion costs and loses, one sentence each. */
    private static List<String> notes(Session session, String name, DropOptions options) {
        DropPreview preview = session.tableDropper().preview(name, options.readCapacityPerSecond());
        List<String> notes = new ArrayList<>();
        if (session.environment().policy().costShownFirst()) {
            notes.add(preview.estimate().text());
        }
        notes.addAll(preview.notKept());
        if (!options.refuseWrites()) {
            notes.add(preview.writes());
            if (preview.canRefuseWrites()) {
                notes.add(TEXT.get("tables.refuse.offer"));
            }
        }
        return notes;
    }

    private static double rate(@Nullable Double given) {
        return given == null ? ScanOptions.USUAL_RATE : given;
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
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--output", paramLabel = "FILE") @Nullable Path output,
            @Option(names = "--rate", paramLabel = "RCU", converter = Converters.RateConverter.class) @Nullable Double rate)
            throws Exception {
        return invocation.run((session, progress) -> {
            if (session.environment().policy().costShownFirst()) {
                invocation.note(session.backups().estimate(name, rate(rate)).text());
            }
            BackupResult result = session.backups().write(name, output, rate(rate), progress);
            BackupFile backup = result.file();
            if (invocation.json()) {
                invocation.print(Json.object(
                        "table", backup.table(), "file", backup.file(), "items", backup.items(), "until", backup.until(), "bytes",
                        backup.bytes()));
            } else {
                invocation.print(TEXT.get("tables.backed-up", backup.items(), backup.table(), backup.file()));
            }
            if (result.gap() != null) {
                invocation.note(result.gap());
            }
            result.notKept().forEach(invocation::note);
            return ExitStatus.DONE;
        });
    }

    @Command(name = "restore")
    int restore(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--as", paramLabel = "NAME") @Nullable String as,
            @Option(names = "--rate", paramLabel = "WCU", converter = Converters.RateConverter.class) @Nullable Double rate)
            throws Exception {
        return invocation.run((session, progress) -> {
            session.permits().checkUnlocked("tables restore");
            if (session.environment().policy().costShownFirst()) {
                invocation.note(session.backups().estimateRestore(file, as, rate(rate), progress).text());
            }
            TableRestoreResult restored = session.backups().restore(file, as, rate(rate), progress);
            if (invocation.json()) {
                invocation.print(Json.object(
                        "table", restored.table(), "items", restored.items(), "settings",
                        Json.object("set", restored.set(), "notSet", restored.notSet(), "notOffered", restored.notOffered())));
            } else {
                invocation.print(TEXT.get("tables.restored", restored.items(), restored.table()));
                restored.set().forEach(setting -> invocation.print(TEXT.get("tables.restored.setting", setting)));
            }
            if (!restored.notOffered().isEmpty()) {
                invocation.note(TEXT.get("tables.restored.not-offered", String.join(", ", restored.notOffered())));
            }
            restored.notSet().forEach(invocation::note);
            if (restored.notSet().isEmpty()) {
                return ExitStatus.DONE;
            }
            invocation.note(TEXT.get("tables.restored.not-set.remedy"));
            return ExitStatus.FINDINGS;
        });
    }
}
