package dev.switchboard.ui.common.transfer;

import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.CopyOptions;
import dev.switchboard.transfer.mask.MaskMode;
import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form of a copy. Items of an environment with a lock are masked unless the operator chooses otherwise. */
final class CopyFormViewModel {
    private static final Messages TEXT = Messages.of(CopyFormViewModel.class);
    private final TransferSubject subject;
    private final Environment source;
    private final String estimate;
    private final ObjectProperty<Environment> environment = new SimpleObjectProperty<>(copies());
    private final StringProperty table = new SimpleStringProperty();
    private final ObjectProperty<MaskMode> mask = new SimpleObjectProperty<>();
    private final ObjectProperty<ConflictMode> conflict = new SimpleObjectProperty<>(ConflictMode.SKIP);
    private final StringProperty segments = new SimpleStringProperty("1");
    private final StringProperty rate = new SimpleStringProperty("");
    private final StringBinding error;

    /**
     * @param source the environment that is read
     * @param estimate what reading the items costs, as sentences; empty if that is not known
     */
    CopyFormViewModel(TransferSubject subject, Environment source, String estimate) {
        this.subject = subject;
        this.source = source;
        this.estimate = estimate;
        table.set(isSame() ? "" : subject.table());
        mask.set(source.policy().lockRequired() ? MaskMode.ALL : MaskMode.NONE);
        error = Bindings.createStringBinding(this::check, environment, table, segments, rate);
    }

    /** Where copies usually go: to the environment that works without settings. */
    private static Environment copies() {
        return Arrays.stream(Environment.values()).filter(each -> each.policy().localDefaults()).findFirst().orElseThrow();
    }

    private String check() {
        if (table.get().isBlank()) {
            return TEXT.get("copy.table.missing");
        }
        if (isSame() && targetTable().equals(subject.table())) {
            return TEXT.get("copy.table.same");
        }
        if (!NumberField.isWhole(segments.get(), 1, ScanOptions.MOST_SEGMENTS)) {
            return TEXT.get("form.segments.bad", ScanOptions.MOST_SEGMENTS);
        }
        return NumberField.isRate(rate.get()) ? "" : TEXT.get("form.write-rate.bad");
    }

    TransferSubject subject() {
        return subject;
    }

    String estimate() {
        return estimate;
    }

    /** Whether it writes to the environment that it reads. */
    boolean isSame() {
        return environment.get() == source;
    }

    /** The environment that is written. */
    ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    StringProperty tableProperty() {
        return table;
    }

    /** The name of the table that is written. */
    String targetTable() {
        return table.get().strip();
    }

    ObjectProperty<MaskMode> maskProperty() {
        return mask;
    }

    ObjectProperty<ConflictMode> conflictProperty() {
        return conflict;
    }

    StringProperty segmentsProperty() {
        return segments;
    }

    StringProperty rateProperty() {
        return rate;
    }

    /** What is wrong; empty if the form is valid. */
    StringBinding errorProperty() {
        return error;
    }

    /** The options; valid only if {@link #errorProperty} is empty. */
    CopyOptions options(boolean resume) {
        return new CopyOptions(subject.whole(), mask.get(), conflict.get(), subject.isScan() ? NumberField.whole(segments.get()) : 1, -1,
                NumberField.rate(rate.get()), resume);
    }
}
