package dev.switchboard.ui.common.transfer;

import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ExportOptions;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form of an export. The name of the file follows the format and the compression. */
final class ExportFormViewModel {
    private static final Messages TEXT = Messages.of(ExportFormViewModel.class);
    private static final Pattern EXTENSION = Pattern.compile("\\.(json|jsonl|csv)(\\.gz)?$|\\.gz$", Pattern.CASE_INSENSITIVE);
    private final TransferSubject subject;
    private final String estimate;
    private final ObjectProperty<TransferFormat> format = new SimpleObjectProperty<>(TransferFormat.DYNAMODB_JSON);
    private final BooleanProperty compressed = new SimpleBooleanProperty(true);
    private final StringProperty segments = new SimpleStringProperty("1");
    private final StringProperty rate = new SimpleStringProperty("");
    private final StringProperty file;
    private final StringBinding error;
    private String confirmed = "";

    /**
     * @param folder where the file is suggested
     * @param estimate what reading the items costs, as sentences; empty if that is not known
     */
    ExportFormViewModel(TransferSubject subject, Path folder, String estimate) {
        this.subject = subject;
        this.estimate = estimate;
        file = new SimpleStringProperty(folder.resolve(subject.table().replaceAll("[^\\w.-]", "_") + ".json.gz").toString());
        error = Bindings.createStringBinding(this::check, segments, rate, file);
        format.subscribe(now -> rename());
        compressed.subscribe(now -> rename());
    }

    private void rename() {
        String extension = "." + format.get().extension() + (compressed.get() ? ".gz" : "");
        file.set(EXTENSION.matcher(file.get()).replaceFirst("") + extension);
    }

    private String check() {
        if (!NumberField.isWhole(segments.get(), 1, ScanOptions.MOST_SEGMENTS)) {
            return TEXT.get("form.segments.bad", ScanOptions.MOST_SEGMENTS);
        }
        return NumberField.isRate(rate.get()) ? FilePaths.problem(file.get()) : TEXT.get("form.read-rate.bad");
    }

    TransferSubject subject() {
        return subject;
    }

    String estimate() {
        return estimate;
    }

    ObjectProperty<TransferFormat> formatProperty() {
        return format;
    }

    BooleanProperty compressedProperty() {
        return compressed;
    }

    StringProperty segmentsProperty() {
        return segments;
    }

    StringProperty rateProperty() {
        return rate;
    }

    StringProperty fileProperty() {
        return file;
    }

    /** What is wrong; empty if the form is valid. */
    StringBinding errorProperty() {
        return error;
    }

    /** The file; valid only if {@link #errorProperty} is empty. */
    Path path() {
        return FilePaths.of(file.get());
    }

    /** Takes a file of the file chooser, which has asked whether to replace it. */
    void choose(Path chosen) {
        compressed.set(TransferFormat.isCompressed(chosen));
        file.set(chosen.toString());
        confirmed = chosen.toString();
    }

    /** Whether the operator has agreed to replace the file. */
    boolean isReplaceConfirmed() {
        return file.get().equals(confirmed);
    }

    /** The options; valid only if {@link #errorProperty} is empty. */
    ExportOptions options(boolean resume, boolean replace) {
        return new ExportOptions(
                subject.shown(), format.get(), subject.isScan() ? NumberField.whole(segments.get()) : 1, NumberField.rate(rate.get()),
                resume,
                replace);
    }
}
