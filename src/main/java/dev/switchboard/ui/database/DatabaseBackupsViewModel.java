package dev.switchboard.ui.database;

import dev.switchboard.failure.Explanation;
import dev.switchboard.postgres.dump.DatabaseBackup;
import dev.switchboard.postgres.dump.DatabaseRestoreResult;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The database backups in the home folder, newest first; writes and restores backups. */
final class DatabaseBackupsViewModel {
    private static final Messages TEXT = Messages.of(DatabaseBackupsViewModel.class);
    private final UiContext context;
    private final LatestJobRunner listing;
    private final LatestJobRunner running;
    private final ObservableList<DatabaseBackup> backups = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private Runnable whenRestored = () -> {};

    DatabaseBackupsViewModel(UiContext context) {
        this.context = context;
        listing = context.jobs().slot();
        running = context.jobs().slot();
    }

    private Session session() {
        return context.session();
    }

    ObservableList<DatabaseBackup> backups() {
        return backups;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.runningProperty();
    }

    /** Why the backups could not be loaded; null if they were. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Sets the listener that runs after a restore. */
    void whenRestored(Runnable listener) {
        whenRestored = listener;
    }

    /** Reloads the list of backups. */
    void refresh() {
        listing.start(
                TEXT.get("backups.reading"),
                progress -> session().databaseBackups().list(),
                found -> {
                    failure.set(null);
                    if (!found.equals(backups)) {
                        backups.setAll(found);
                    }
                },
                failure::set);
    }

    /** Backs up the current database. */
    void backUp() {
        if (busy()) {
            return;
        }
        running.start(
                TEXT.get("backups.writing"),
                progress -> session().databaseBackups().backup(null, progress),
                written -> {
                    context.notices().done(TEXT.get("backups.written", written.database(), written.rows(), written.file().getFileName()));
                    refresh();
                },
                context.dialogs()::error);
    }

    /** Restores a backup after confirmation; the database must be empty or missing. */
    void restore(DatabaseBackup backup) {
        String text = TEXT.get("backups.restore-text", backup.database(), backup.rows(), backup.tables());
        if (context.dialogs().confirm(TEXT.get("backups.restore-title", backup.database()), text, TEXT.get("backups.restore"))) {
            restore(backup.file());
        }
    }

    /** Restores a backup file after the same confirmation, such as right after a drop. */
    void restoreAsking(Path file) {
        if (busy()) {
            return;
        }
        context.jobs().start(
                TEXT.get("backups.reading"),
                progress -> session().databaseBackups().list().stream().filter(backup -> backup.file().equals(file)).findFirst(),
                // A file that is gone is refused by the restore itself, with its name.
                found -> found.ifPresentOrElse(this::restore, () -> restore(file)),
                context.dialogs()::error);
    }

    private void restore(Path file) {
        if (busy()) {
            return;
        }
        running.start(
                TEXT.get("backups.restoring"),
                progress -> session().databaseAdministrator().restore(file, progress),
                this::restored,
                context.dialogs()::error);
    }

    /** A backup that is being written is not dropped for the next thing that is asked for. */
    private boolean busy() {
        boolean busy = running.runningProperty().get();
        if (busy) {
            context.notices().warn(TEXT.get("backups.busy"));
        }
        return busy;
    }

    private void restored(DatabaseRestoreResult restored) {
        context.notices().done(TEXT.get("backups.restored", restored.database(), restored.backup().rows()));
        if (!restored.notSet().isEmpty()) {
            context.dialogs().info(TEXT.get("backups.not-set"), String.join("\n", restored.notSet()));
        }
        whenRestored.run();
    }
}
