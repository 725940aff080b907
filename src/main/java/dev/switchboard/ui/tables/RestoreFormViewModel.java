package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.text.Messages;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form for the target table of a restore. */
final class RestoreFormViewModel {
    private static final Messages TEXT = Messages.of(RestoreFormViewModel.class);
    private final BackupFile backup;
    private final Set<String> taken;
    private final StringProperty name;
    private final StringBinding error;
    private final StringBinding hint;

    /** @param taken the names of existing tables */
    RestoreFormViewModel(BackupFile backup, Set<String> taken) {
        this.backup = backup;
        this.taken = taken;
        name = new SimpleStringProperty(backup.table());
        error = Bindings.createStringBinding(this::check, name);
        hint = Bindings.createStringBinding(this::say, name);
    }

    private String check() {
        return TableRules.checkName(name.get().strip()) == null ? "" : TEXT.get("create.name.bad");
    }

    private String say() {
        return TEXT.get(taken.contains(name.get().strip()) ? "restore.into" : "restore.made");
    }

    BackupFile backup() {
        return backup;
    }

    /** The name without surrounding white space. */
    String chosen() {
        return name.get().strip();
    }

    StringProperty nameProperty() {
        return name;
    }

    /** Why the name is not valid; empty if it is. */
    StringBinding errorProperty() {
        return error;
    }

    /** Describes what the restore does with this name. */
    StringBinding hintProperty() {
        return hint;
    }
}
