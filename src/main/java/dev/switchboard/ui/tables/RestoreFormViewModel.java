package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.backup.RestoreTarget;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form for the target table of a restore. A table that exists is looked at before the restore is confirmed. JavaFX thread only. */
final class RestoreFormViewModel {
    private static final Messages TEXT = Messages.of(RestoreFormViewModel.class);
    private final UiContext context;
    private final BackupFile backup;
    private final Set<String> taken;
    private final StringProperty name;
    private final LatestJobRunner checking;
    private final ObjectProperty<@Nullable RestoreTarget> target = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Explanation> failure = new SimpleObjectProperty<>();
    private final StringBinding error;
    private final StringBinding hint;
    private final StringBinding problem;
    private final BooleanBinding invalid;

    /** @param taken the names of existing tables */
    RestoreFormViewModel(UiContext context, BackupFile backup, Set<String> taken) {
        this.context = context;
        this.backup = backup;
        this.taken = taken;
        checking = context.jobs().slot();
        name = new SimpleStringProperty(backup.table());
        error = Bindings.createStringBinding(this::check, name);
        hint = Bindings.createStringBinding(this::say, name, target, failure, checking.runningProperty());
        problem = Bindings.createStringBinding(this::refusal, target, failure);
        invalid = error.isNotEmpty().or(problem.isNotEmpty()).or(checking.runningProperty());
        name.addListener(observable -> look());
        look();
    }

    /** Looks at the table of this name, if there is one. */
    private void look() {
        checking.cancel();
        target.set(null);
        failure.set(null);
        String chosen = chosen();
        if (taken.contains(chosen)) {
            checking.start(
                    TEXT.get("restore.check.job", chosen),
                    progress -> context.session().backups().target(backup.file(), chosen, progress),
                    target::set,
                    failure::set);
        }
    }

    private String check() {
        return TableRules.checkName(chosen()) == null ? "" : TEXT.get("create.name.bad");
    }

    private String say() {
        RestoreTarget found = target.get();
        if (checking.runningProperty().get()) {
            return TEXT.get("restore.checking", chosen());
        }
        if (found == null || failure.get() != null) {
            return failure.get() == null && check().isEmpty() ? TEXT.get("restore.made") : "";
        }
        return switch (found.state()) {
            case MISSING -> TEXT.get("restore.made");
            case EMPTY -> TEXT.get("restore.empty");
            case PARTLY_RESTORED -> TEXT.get(found.more() ? "restore.part.more" : "restore.part", found.items());
            case OTHER_ITEMS, UNSUITABLE -> "";
        };
    }

    private String refusal() {
        RestoreTarget found = target.get();
        Explanation why = failure.get();
        if (why != null) {
            return why.sentence();
        }
        if (found == null) {
            return "";
        }
        return switch (found.state()) {
            case MISSING, EMPTY, PARTLY_RESTORED -> "";
            case OTHER_ITEMS -> TEXT.get(found.more() ? "restore.other.more" : "restore.other", chosen(), found.items());
            case UNSUITABLE -> found.reason() + " " + TEXT.get("restore.unsuitable");
        };
    }

    /** A name that no table has, for a restore beside the present table. */
    String freeName() {
        String base = TEXT.get("restore.free-name", backup.table());
        String free = base;
        for (int number = 2; taken.contains(free); number++) {
            free = base + "-" + number;
        }
        return free;
    }

    /** Stops looking. */
    void close() {
        checking.cancel();
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

    /** Why the restore cannot be done with the table of this name; empty if it can, and while that is not known. */
    StringBinding problemProperty() {
        return problem;
    }

    /** Whether the restore cannot be started, also because that is being found out. */
    BooleanBinding invalid() {
        return invalid;
    }
}
