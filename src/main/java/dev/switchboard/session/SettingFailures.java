package dev.switchboard.session;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;

/** Creates the failure for a missing required setting. */
final class SettingFailures {
    private static final Messages TEXT = Messages.of(SettingFailures.class);

    private SettingFailures() {}

    static OperationFailedException of(Setting setting, Settings settings) {
        String name = TEXT.get("setting." + setting.key());
        String variable = String.valueOf(setting.variable(settings.environment()));
        return new OperationFailedException(TEXT.get("missing", name, settings.environment().code()), TEXT.get("missing.remedy", variable));
    }
}
