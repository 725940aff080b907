package dev.switchboard.ui.settings;

import dev.switchboard.failure.Explanation;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The settings of the selected environment while they are edited, and their connection tests. */
final class SettingsViewModel {
    private static final Messages TEXT = Messages.of(SettingsViewModel.class);
    private final UiContext context;
    private final ObjectProperty<Environment> environment;
    private final List<SettingViewModel> fields = Arrays.stream(Setting.values()).map(SettingViewModel::new).toList();
    private final List<ConnectionTester> tests;

    SettingsViewModel(UiContext context) {
        this.context = context;
        environment = new SimpleObjectProperty<>(context.session().environment());
        tests = ConnectionTester.all(context, this::typed);
        fields.forEach(field -> field.valueProperty().addListener(observable -> tests.forEach(ConnectionTester::forget)));
        environment.addListener((observable, old, now) -> revert());
        revert();
    }

    /** The selected environment, which may differ from the environment of the session. */
    ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    SettingViewModel field(Setting setting) {
        return fields.stream().filter(field -> field.setting() == setting).findFirst().orElseThrow();
    }

    List<ConnectionTester> tests() {
        return tests;
    }

    /** The settings as they would be if what is typed were saved. */
    private Settings typed() {
        Map<Setting, String> unsaved = new TreeMap<>();
        fields.stream()
                .filter(field -> field.editableProperty().get() && field.changed().get())
                .forEach(field -> unsaved.put(field.setting(), field.valueProperty().get().strip()));
        return context.sources().resolve(environment.get(), unsaved);
    }

    /** Whether there are unsaved changes. */
    BooleanBinding changed() {
        return any(fields.stream().map(SettingViewModel::changed).toList());
    }

    /** Whether a value is not valid, so that the settings cannot be saved. */
    BooleanBinding invalid() {
        return any(fields.stream().map(SettingViewModel::invalid).toList());
    }

    private static BooleanBinding any(List<BooleanBinding> each) {
        return Bindings.createBooleanBinding(() -> each.stream().anyMatch(BooleanBinding::get), each.toArray(Observable[]::new));
    }

    /** Discards unsaved changes. */
    void revert() {
        Environment now = environment.get();
        Settings settings = context.sources().resolve(now);
        fields.forEach(field -> field.show(now, settings, context.sources().file().get(now, field.setting())));
        tests.forEach(ConnectionTester::forget);
    }

    /** Saves the settings and offers to reconnect if they belong to the environment of the session. */
    void save() {
        if (invalid().get() || !changed().get()) {
            return;
        }
        Environment edited = environment.get();
        Map<Setting, String> values = new TreeMap<>();
        fields.stream()
                .filter(field -> field.editableProperty().get())
                .forEach(field -> values.put(field.setting(), field.valueProperty().get().strip()));
        SettingsFile file = context.sources().file();
        context.jobs().start(
                TEXT.get("saving"),
                progress -> {
                    values.forEach((setting, value) -> file.set(edited, setting, value));
                    file.save();
                    return edited;
                },
                this::saved,
                this::notSaved);
    }

    private void saved(Environment edited) {
        revert();
        if (edited == context.session().environment()) {
            context.notices().done(TEXT.get("saved.open"), TEXT.get("saved.reopen"), context.navigator()::reopen);
        } else {
            context.notices().done(TEXT.get("saved", edited.code()));
        }
    }

    private void notSaved(Explanation explanation) {
        context.dialogs().error(explanation);
    }
}
