package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.Parent;

/** Asks into which table a backup is restored, and restores it. JavaFX thread only. */
final class RestoreDialog {
    private static final Messages TEXT = Messages.of(RestoreDialog.class);
    private final UiContext context;
    private final TableActions actions;

    RestoreDialog(UiContext context, TableActions actions) {
        this.context = context;
        this.actions = actions;
    }

    /** A backup and the names of existing tables. */
    private record RestoreCandidate(BackupFile backup, Set<String> taken) {}

    /** Offers to restore a backup file from any folder. */
    void open(Path file) {
        if (!context.lock().openProperty().get()) {
            context.lock().askToUnlock();
        }
        context.jobs().start(
                TEXT.get("job.look", file.getFileName()),
                progress -> new RestoreCandidate(
                        context.session().backups().describe(file), Set.copyOf(context.session().tables().names())),
                candidate -> ask(new RestoreFormViewModel(context, candidate.backup(), candidate.taken())),
                context.dialogs()::error);
    }

    private void ask(RestoreFormViewModel form) {
        Parent content = ViewLoader.fragment(RestoreController.class, new RestoreController(form, context.zone()));
        boolean confirmed = context.dialogs().form(TEXT.get("restore.title"), content, TEXT.get("restore.action"), form.invalid());
        form.close();
        if (confirmed) {
            actions.restore(form.backup().file(), form.chosen());
        }
    }
}
