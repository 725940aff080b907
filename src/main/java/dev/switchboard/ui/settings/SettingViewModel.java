package dev.switchboard.ui.settings;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Origin;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A setting of an environment while it is edited: its value, origin, and validation error. */
final class SettingViewModel {
    private static final Messages TEXT = Messages.of(SettingViewModel.class);
    private final Setting setting;
    private final StringProperty value = new SimpleStringProperty("");
    private final StringProperty kept = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper editable = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    SettingViewModel(Setting setting) {
        this.setting = setting;
        error.bind(Bindings.createStringBinding(this::check, value, editable));
    }

    private String check() {
        @Nullable String wrong = editable.get() ? SettingRules.wrong(setting, value.get().strip()) : null;
        return wrong == null ? "" : wrong;
    }

    Setting setting() {
        return setting;
    }

    String title() {
        return TEXT.get("title." + setting.key());
    }

    String hint() {
        return TEXT.get("hint." + setting.key());
    }

    /** The value of the field. */
    StringProperty valueProperty() {
        return value;
    }

    /** A description of the origin of the value, and of why it cannot be changed here. */
    ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** False if the command line or an environment variable overrides the file. */
    ReadOnlyBooleanProperty editableProperty() {
        return editable.getReadOnlyProperty();
    }

    /** The validation error; empty if the value is valid. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Whether the value differs from the saved value. */
    BooleanBinding changed() {
        return Bindings.createBooleanBinding(() -> !value.get().strip().equals(kept.get()), value, kept);
    }

    BooleanBinding invalid() {
        return error.isNotEmpty();
    }

    /** Shows the current value and discards unsaved changes. */
    void show(Environment environment, Settings settings, @Nullable String inFile) {
        Origin from = settings.origin(setting);
        editable.set(from == Origin.SETTINGS_FILE || from == Origin.AWS_PROFILE || from == Origin.DEFAULT);
        String now = Objects.requireNonNullElse(editable.get() ? inFile : settings.get(setting), "");
        String shown = SettingRules.shown(setting, now);
        kept.set(shown);
        value.set(shown);
        origin.set(words(environment, from));
    }

    private String words(Environment environment, Origin from) {
        return switch (from) {
            case COMMAND_LINE -> TEXT.get("origin.command-line");
            case ENVIRONMENT_VARIABLE -> TEXT.get("origin.variable", String.valueOf(setting.variable(environment)));
            case SETTINGS_FILE -> TEXT.get("origin.file");
            case AWS_PROFILE, DEFAULT -> TEXT.get("default." + environment.code() + "." + setting.key());
        };
    }
}
