package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.backup.BackupResult;
import dev.switchboard.dynamodb.backup.CapacityEstimate;
import dev.switchboard.dynamodb.backup.DropOptions;
import dev.switchboard.dynamodb.backup.DropPreview;
import dev.switchboard.dynamodb.backup.TableDeleteResult;
import dev.switchboard.dynamodb.backup.TableRestoreResult;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableUpdate;
import dev.switchboard.dynamodb.table.TableUpdateResult;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.job.Work;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Creates, backs up, drops, and restores tables. Each action is a separate job that can be canceled. */
final class TableActions {
    private static final Messages TEXT = Messages.of(TableActions.class);
    private final UiContext context;
    private final TablesViewModel tables;
    private final BackupsViewModel backups;
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> answer = new ReadOnlyObjectWrapper<>();
    private Consumer<Path> restoring = file -> {};

    TableActions(UiContext context, TablesViewModel tables, BackupsViewModel backups) {
        this.context = context;
        this.tables = tables;
        this.backups = backups;
    }

    /** The number of running actions. */
    ReadOnlyIntegerProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Sets what asks how to restore a backup file and restores it. */
    void onRestore(Consumer<Path> ask) {
        restoring = ask;
    }

    /** Why the last action was not completed, and what it has done; null if it was, and after it was dismissed. */
    ReadOnlyObjectProperty<@Nullable Explanation> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    void dismissAnswer() {
        answer.set(null);
    }

    /** Creates a table and waits until it is active. */
    void create(TableDefinition definition) {
        tables.select(definition.name());
        run(
                TEXT.get("job.create", definition.name()),
                progress -> context.session().tables().create(definition, progress),
                made -> context.notices().done(TEXT.get("done.created", made.name())));
    }

    /** Changes settings of a table; an index is waited for until it is filled. */
    void update(TableDetails table, TableUpdate update, Consumer<TableUpdateResult> done) {
        run(
                TEXT.get("job.update", table.name()),
                progress -> context.session().tables().update(table.name(), update, progress),
                done);
    }

    /** Backs up and drops a table after its name was typed. */
    void drop(TableDetails table) {
        if (table.deletionProtection()) {
            refuse(table);
            return;
        }
        Path folder = context.session().home().backups();
        String destroys = TEXT.get(
                "drop.text",
                table.name(),
                Formats.count(table.approximateItems()),
                Formats.bytes(table.approximateBytes()),
                table.indexes().size(),
                folder.toString());
        context.jobs().start(
                TEXT.get("job.look", table.name()),
                progress -> context.session().tableDropper().preview(table.name(), ScanOptions.USUAL_RATE),
                preview -> drop(preview, destroys),
                context.dialogs()::error);
    }

    /** Says why a protected table is not dropped, and offers to turn the protection off, which is asked once more. */
    private void refuse(TableDetails table) {
        String title = TEXT.get("drop.protected.title");
        String text = TEXT.get("drop.protected.text", table.name());
        if (!context.lock().openProperty().get()) {
            context.dialogs().info(title, text);
        } else if (context.dialogs().confirmDestructive(title, text, TEXT.get("drop.protected.action"))
                && mayUnprotect(table, true)) {
            protect(table, false);
        }
    }

    /** Asks for the name after saying what the deletion costs and loses, and whether to refuse writes where that is possible. */
    private void drop(DropPreview preview, String destroys) {
        String name = preview.table();
        boolean refuses = false;
        if (preview.canRefuseWrites()) {
            Optional<String> chosen = context.dialogs().choose(
                    TEXT.get("drop.refuse.title", name), TEXT.get("drop.refuse.text"), TEXT.get("drop.refuse.cancel"),
                    TEXT.get("drop.refuse.yes"), TEXT.get("drop.refuse.no"));
            if (chosen.isEmpty()) {
                return;
            }
            refuses = chosen.get().equals(TEXT.get("drop.refuse.yes"));
        }
        List<String> text = new ArrayList<>();
        text.add(destroys);
        text.add(refuses ? TEXT.get("drop.refuses") : preview.writes());
        if (!preview.notKept().isEmpty()) {
            text.add(TEXT.get("drop.not-kept") + "\n" + String.join("\n", preview.notKept()));
        }
        if (context.session().environment().policy().costShownFirst()) {
            text.add(preview.estimate().text());
        }
        DropOptions options = new DropOptions(true, ScanOptions.USUAL_RATE, refuses);
        context.dialogs()
                .confirmTyped(TEXT.get("drop.title", name), String.join("\n\n", text), name, TEXT.get("drop.action", name))
                .ifPresent(word -> run(
                        TEXT.get("job.drop", name),
                        progress -> context.session().tableDropper().drop(name, word, options, progress),
                        this::dropped));
    }

    private void dropped(TableDeleteResult dropped) {
        @Nullable Path backup = dropped.backup();
        if (backup == null) {
            context.notices().done(TEXT.get("done.dropped-bare", dropped.name()));
            return;
        }
        String done = dropped.complete()
                ? TEXT.get("done.dropped-complete", dropped.name(), backup.getFileName())
                : dropped.added() == 0
                        ? TEXT.get("done.dropped", dropped.name(), backup.getFileName())
                : TEXT.get("done.dropped-added", dropped.name(), backup.getFileName(), dropped.added());
        // A table of this name that is there again makes the notification untrue.
        context.notices().done(done, TEXT.get("restore.button"), () -> restoring.accept(backup),
                later -> later instanceof DataChange.Tables(String _, String table) && table.equals(dropped.name()));
    }

    /** Toggles deletion protection; in prd, disabling it requires the name of the table. */
    void toggleProtection(TableDetails table) {
        boolean on = !table.deletionProtection();
        if (on || mayUnprotect(table, false)) {
            protect(table, on);
        }
    }

    private void protect(TableDetails table, boolean on) {
        run(
                TEXT.get("job.protection", table.name()),
                progress -> context.session().tables().protect(table.name(), on),
                now -> context.notices().done(TEXT.get(now.deletionProtection() ? "done.protected" : "done.unprotected", now.name())));
    }

    /** Toggles point-in-time recovery; in prd, disabling it requires the name of the table. */
    void toggleRecovery(TableDetails table) {
        boolean on = !Boolean.TRUE.equals(table.pointInTimeRecovery());
        if (on || mayWeaken(table, TEXT.get("recovery.off.title", table.name()),
                TEXT.get("recovery.off.text", table.name()), TEXT.get("recovery.off.action", table.name()), false)) {
            run(
                    TEXT.get("job.recovery", table.name()),
                    progress -> context.session().tables().recovery(table.name(), on),
                    now -> context.notices().done(TEXT.get(on ? "done.recovery" : "done.no-recovery", now.name())));
        }
    }

    private boolean mayUnprotect(TableDetails table, boolean always) {
        String name = table.name();
        return mayWeaken(table, TEXT.get("protection.off.title", name), TEXT.get("protection.off.text", name),
                TEXT.get("protection.off.action", name), always);
    }

    /** @param always asks in every environment, instead of only where destruction is confirmed */
    private boolean mayWeaken(TableDetails table, String title, String text, String action, boolean always) {
        String name = table.name();
        if (!context.session().environment().policy().confirmsDestruction()) {
            return !always || context.dialogs().confirmDestructive(title, text, action);
        }
        return context.dialogs().confirmTyped(title, text, name, action).filter(name::equals).isPresent();
    }

    /** Backs up a table. */
    void backUp(TableDetails table) {
        String name = table.name();
        afterCost(
                progress -> context.session().backups().estimate(name, ScanOptions.USUAL_RATE),
                TEXT.get("backup.title", name),
                TEXT.get("backup.action"),
                () -> run(
                        TEXT.get("job.backup", name),
                        progress -> context.session().backups().write(name, null, ScanOptions.USUAL_RATE, progress),
                        this::backedUp));
    }

    /** Does something after its estimated cost was confirmed where the environment requires that, otherwise at once. */
    private void afterCost(Work<CapacityEstimate> estimate, String title, String action, Runnable work) {
        if (!context.session().environment().policy().costShownFirst()) {
            work.run();
            return;
        }
        context.jobs().start(
                title,
                estimate,
                cost -> {
                    if (context.dialogs().confirm(title, cost.text(), action)) {
                        work.run();
                    }
                },
                context.dialogs()::error);
    }

    private void backedUp(BackupResult result) {
        BackupFile file = result.file();
        String done = TEXT.get("done.backup", file.table(), file.items(), file.file().getFileName());
        context.notices().done(result.gap() == null ? done : done + " " + result.gap());
    }

    /** Restores a table from a backup file. */
    void restore(Path file, String name) {
        afterCost(
                progress -> context.session().backups().estimateRestore(file, name, ScanOptions.USUAL_RATE, progress),
                TEXT.get("job.restore", name),
                TEXT.get("restore.action"),
                () -> {
                    tables.select(name);
                    run(
                            TEXT.get("job.restore", name),
                            progress -> context.session().backups().restore(file, name, progress),
                            this::restored);
                });
    }

    private void restored(TableRestoreResult restored) {
        String done = TEXT.get("done.restored", restored.table(), restored.items());
        if (!restored.notSet().isEmpty()) {
            context.notices().warn(TEXT.get("done.restored.partly", done, String.join(" ", restored.notSet())));
            return;
        }
        context.notices().done(restored.notOffered().isEmpty()
                ? done
                : TEXT.get("done.restored.not-offered", done, String.join(", ", restored.notOffered())));
    }

    private <T> void run(String title, Work<T> work, Consumer<T> done) {
        AtomicReference<Progress> job = new AtomicReference<>(Progress.NONE);
        running.set(running.get() + 1);
        answer.set(null);
        context.jobs().start(
                title,
                progress -> {
                    job.set(progress);
                    return work.run(progress);
                },
                result -> {
                    ended();
                    done.accept(result);
                },
                failure -> {
                    ended();
                    say(failure, job.get().isCancelled());
                });
    }

    /** Canceling is not an error. What was and was not done stays on the screen. */
    private void say(Explanation failure, boolean stopped) {
        answer.set(failure);
        if (!stopped) {
            context.dialogs().error(failure);
        }
    }

    /** Reloads the lists after success and after failure. */
    private void ended() {
        running.set(running.get() - 1);
        tables.refresh();
        backups.refresh();
    }
}
