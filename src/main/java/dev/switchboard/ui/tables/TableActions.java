package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.backup.TableDeleteResult;
import dev.switchboard.dynamodb.backup.TableRestoreResult;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.job.Work;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Path;
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

    /** Backs up and drops a table after its name was typed. */
    void drop(TableDetails table) {
        if (table.deletionProtection()) {
            context.dialogs().info(TEXT.get("drop.protected.title"), TEXT.get("drop.protected.text", table.name()));
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
        Optional<String> typed =
                context.dialogs().confirmTyped(TEXT.get("drop.title", table.name()), destroys, table.name(),
                        TEXT.get("drop.action", table.name()));
        typed.ifPresent(word -> run(
                TEXT.get("job.drop", table.name()),
                progress -> context.session().tableDropper().drop(table.name(), word, true, progress),
                this::dropped));
    }

    private void dropped(TableDeleteResult dropped) {
        @Nullable Path backup = dropped.backup();
        if (backup == null) {
            context.notices().done(TEXT.get("done.dropped-bare", dropped.name()));
            return;
        }
        String done = dropped.added() == 0
                ? TEXT.get("done.dropped", dropped.name(), backup.getFileName())
                : TEXT.get("done.dropped-added", dropped.name(), backup.getFileName(), dropped.added());
        // A table of this name that is there again makes the notification untrue.
        context.notices().done(done, TEXT.get("restore.button"), () -> restoring.accept(backup),
                later -> later instanceof DataChange.Tables(String _, String table) && table.equals(dropped.name()));
    }

    /** Toggles deletion protection; in prd, disabling it requires the name of the table. */
    void toggleProtection(TableDetails table) {
        boolean on = !table.deletionProtection();
        if (on || mayWeaken(table, TEXT.get("protection.off.text", table.name()))) {
            run(
                    TEXT.get("job.protection", table.name()),
                    progress -> context.session().tables().protect(table.name(), on),
                    now -> context.notices().done(TEXT.get(now.deletionProtection() ? "done.protected" : "done.unprotected", now.name())));
        }
    }

    /** Toggles point-in-time recovery; in prd, disabling it requires the name of the table. */
    void toggleRecovery(TableDetails table) {
        boolean on = !Boolean.TRUE.equals(table.pointInTimeRecovery());
        if (on || mayWeaken(table, TEXT.get("recovery.off.text", table.name()))) {
            run(
                    TEXT.get("job.recovery", table.name()),
                    progress -> context.session().tables().recovery(table.name(), on),
                    now -> context.notices().done(TEXT.get(on ? "done.recovery" : "done.no-recovery", now.name())));
        }
    }

    private boolean mayWeaken(TableDetails table, String text) {
        if (!context.session().environment().policy().confirmsDestruction()) {
            return true;
        }
        String name = table.name();
        return context.dialogs().confirmTyped(TEXT.get("weaken.title", name), text, name, TEXT.get("weaken.action", name))
                .filter(name::equals)
                .isPresent();
    }

    /** Backs up a table. */
    void backUp(TableDetails table) {
        run(
                TEXT.get("job.backup", table.name()),
                progress -> context.session().backups().backup(table.name(), null, progress),
                this::backedUp);
    }

    private void backedUp(BackupFile file) {
        context.notices().done(TEXT.get("done.backup", file.table(), file.items(), file.file().getFileName()));
    }

    /** Restores a table from a backup file. */
    void restore(Path file, String name) {
        tables.select(name);
        run(
                TEXT.get("job.restore", name),
                progress -> context.session().backups().restore(file, name, progress),
                this::restored);
    }

    private void restored(TableRestoreResult restored) {
        context.notices().done(TEXT.get("done.restored", restored.table(), restored.items()));
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
