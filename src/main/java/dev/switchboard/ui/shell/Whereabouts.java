package dev.switchboard.ui.shell;

import dev.switchboard.environment.Environment;
import dev.switchboard.environment.Setting;
import dev.switchboard.environment.Settings;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the calls of a session go, as far as its settings tell without asking anybody. */
final class Whereabouts {
    private static final Messages TEXT = Messages.of(Whereabouts.class);

    private Whereabouts() {}

    /** The parts of the line in the header. */
    static List<String> of(Settings settings) {
        List<String> parts = new ArrayList<>();
        if (settings.environment() == Environment.DEV) {
            parts.add(orElse(settings.get(Setting.DYNAMODB_ENDPOINT), "where.local"));
        } else {
            parts.add(orElse(settings.get(Setting.EXPECTED_ACCOUNT), "where.account-unknown"));
            parts.add(orElse(settings.get(Setting.AWS_REGION), "where.no-region"));
            @Nullable String profile = settings.get(Setting.AWS_PROFILE);
            parts.add(profile == null ? TEXT.get("where.default-chain") : TEXT.get("where.profile", profile));
        }
        return parts;
    }

    private static String orElse(@Nullable String value, String key) {
        return value == null ? TEXT.get(key) : value;
    }
}
