package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The form of an import whose file was compared with the table. */
final class ImportFormViewModel {
    private static final Messages TEXT = Messages.of(ImportFormViewModel.class);
    private final String table;
    private final Path file;
    private final TransferFormat format;
    private final ImportReport found;
    private final ObjectProperty<ConflictMode> conflict = new SimpleObjectProperty<>(ConflictMode.REPLACE);
    private final StringProperty rejects = new SimpleStringProperty("");
    private final StringProperty rate = new SimpleStringProperty("");
    private final BooleanProperty resume = new SimpleBooleanProperty();
    private final StringBinding error = Bindings.createStringBinding(this::check, conflict, rejects, rate, resume);

    /** @param found what a dry run with {@link ConflictMode#REPLACE} found */
    ImportFormViewModel(String table, Path file, TransferFormat format, ImportReport found) {
        this.table = table;
        this.file = file;
        this.format = format;
        this.found = found;
        resume.set(found.resumed() > 0);
    }

    private String check() {
        if (found.read() == found.rejected()) {
            return TEXT.get("import.none");
        }
        if (conflict.get() == ConflictMode.FAIL && changed() + (resume.get() ? 0 : unchanged()) > 0) {
            return TEXT.get("import.exists", changed() + unchanged());
        }
        if (!rejects.get().isBlank() && !FilePaths.problem(rejects.get()).isEmpty()) {
            return FilePaths.problem(rejects.get());
        }
        return NumberField.isRate(rate.get()) ? "" : TEXT.get("form.write-rate.bad");
    }

    String table() {
        return table;
    }

    Path file() {
        return file;
    }

    ImportReport found() {
        return found;
    }

    /** How many items of the file are not in the table. */
    long created() {
        return found.written() - found.replaced();
    }

    /** How many items of the file are in the table with other contents. */
    long changed() {
        return found.replaced() - found.unchanged();
    }

    /** How many items of the file are in the table as they are. */
    long unchanged() {
        return found.unchanged();
    }

    /** What the import does, in one sentence. */
    StringBinding summary() {
        return Bindings.createStringBinding(() -> {
            long replaced = conflict.get() == ConflictMode.REPLACE ? changed() : 0;
            long kept = conflict.get() == ConflictMode.SKIP ? changed() : 0;
            return TEXT.get("import.summary", created(), replaced, kept, unchanged(), found.rejected());
        }, conflict);
    }

    ObjectProperty<ConflictMode> conflictProperty() {
        return conflict;
    }

    /** The file for rejected records; empty for none. */
    StringProperty rejectsProperty() {
        return rejects;
    }

    StringProperty rateProperty() {
        return rate;
    }

    BooleanProperty resumeProperty() {
        return resume;
    }

    /** What is wrong; empty if the form is valid. */
    StringBinding errorProperty() {
        return error;
    }

    /** The options; valid only if {@link #errorProperty} is empty. */
    ImportOptions options() {
        @Nullable Path rejected = rejects.get().isBlank() ? null : FilePaths.of(rejects.get());
        return new ImportOptions(format, conflict.get(), rejected, NumberField.rate(rate.get()), false, resume.get());
    }
}
