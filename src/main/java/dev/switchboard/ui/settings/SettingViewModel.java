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

/** One setting of one environment as it is edited: its value, where it comes from, and what is wrong with what was typed. */
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

    /** What stands in the field. */
    StringProperty valueProperty() {
        return value;
    }

    /** Where the value comes from, in words; says so where it cannot be changed here. */
    ReadOnlyStringProperty originProperty() {
        return origin.getReadOnlyProperty();
    }

    /** False where the command line or an environment variable wins over the file. */
    ReadOnlyBooleanProperty editableProperty() {
        return editable.getReadOnlyProperty();
    }

    /** What is wrong and what to do instead; empty where nothing is. */
    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** Whether something was typed that is not kept. */
    BooleanBinding changed() {
        return Bindings.createBooleanBinding(() -> !value.get().strip().equals(kept.get()), value, kept);
    }

    BooleanBinding invalid() {
        return error.isNotEmpty();
    }

    /** Takes what holds now, and forgets what was typed. */
    void show(Environment environment, Settings settings, @Nullable String inFile) {
        Origin from = settings.origin(setting);
        editable.set(from == Origin.SETTINGS_FILE || from == Origin.DEFAULT);
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
            case DEFAULT -> TEXT.get("default." + environment.code() + "." + setting.key());
        };
    }
}
