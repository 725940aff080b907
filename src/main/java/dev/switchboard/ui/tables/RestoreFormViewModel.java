package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.text.Messages;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Under which name a backup comes back. */
final class RestoreFormViewModel {
    private static final Messages TEXT = Messages.of(RestoreFormViewModel.class);
    private final BackupFile backup;
    private final Set<String> taken;
    private final StringProperty name;
    private final StringBinding error;
    private final StringBinding hint;

    /** @param taken the names that there are already */
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

    /** The name as it will be used. */
    String chosen() {
        return name.get().strip();
    }

    StringProperty nameProperty() {
        return name;
    }

    /** What is wrong with the name; empty where nothing is. */
    StringBinding errorProperty() {
        return error;
    }

    /** What will happen under that name. */
    StringBinding hintProperty() {
        return hint;
    }
}
