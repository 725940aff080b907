package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The table backups in the home folder, newest first. */
final class BackupsViewModel {
    private static final Messages TEXT = Messages.of(BackupsViewModel.class);
    private final UiContext context;
    private final LatestJobRunner listing;
    private final ObservableList<BackupFile> backups = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable BackupFile> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();

    BackupsViewModel(UiContext context) {
        this.context = context;
        listing = context.jobs().slot();
    }

    /** Reloads the list of backups. */
    void refresh() {
        listing.start(
                TEXT.get("job.backups"),
                progress -> context.session().backups().list(),
                found -> {
                    failure.set(null);
                    if (!found.equals(backups)) {
                        backups.setAll(found);
                    }
                },
                failure::set);
    }

    /** Cancels loading. */
    void close() {
        listing.cancel();
    }

    ObservableList<BackupFile> backups() {
        return backups;
    }

    /** The selected backup, or null. */
    ObjectProperty<@Nullable BackupFile> selectedProperty() {
        return selected;
    }

    /** Why the list could not be loaded; null if it was. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
