package dev.switchboard.ui.settings;

import dev.switchboard.settings.Setting;
import dev.switchboard.text.Messages;
import java.util.Objects;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Labels for the values of a setting with a fixed list of values. Unknown values are shown as they are. */
final class SettingChoiceConverter extends StringConverter<String> {
    private static final Messages TEXT = Messages.of(SettingChoiceConverter.class);
    private final Setting setting;

    SettingChoiceConverter(Setting setting) {
        this.setting = setting;
    }

    @Override
    public String toString(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return TEXT.get("choice.none");
        }
        return SettingRules.choices(setting).contains(value) ? TEXT.get("choice." + setting.key() + "." + value) : value;
    }

    @Override
    public String fromString(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
