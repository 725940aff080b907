package dev.switchboard.session;

import dev.switchboard.failure.Failed;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;

/** A setting without which an environment has no such backend. */
final class Missing {
    private static final Messages TEXT = Messages.of(Missing.class);

    private Missing() {}

    static Failed of(Setting setting, Settings settings) {
        String name = TEXT.get("setting." + setting.key());
        String variable = String.valueOf(setting.variable(settings.environment()));
        return new Failed(TEXT.get("missing", name, settings.environment().code()), TEXT.get("missing.remedy", variable));
    }
}
