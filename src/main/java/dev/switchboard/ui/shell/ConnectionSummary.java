package dev.switchboard.ui.shell;

import dev.switchboard.session.SessionIdentity;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the calls of a session go and who makes them, in the few words of the header. */
final class ConnectionSummary {
    private static final Messages TEXT = Messages.of(ConnectionSummary.class);

    private ConnectionSummary() {}

    /** What the settings tell without asking anybody. */
    static List<String> of(Settings settings) {
        List<String> parts = new ArrayList<>();
        if (!settings.environment().policy().accounts()) {
            @Nullable String endpoint = settings.get(Setting.DYNAMODB_ENDPOINT);
            parts.add(endpoint == null ? TEXT.get("where.local") : Quote.ofAddress(endpoint));
        } else {
            parts.add(orElse(settings.get(Setting.EXPECTED_ACCOUNT), "where.account-unknown"));
            parts.add(orElse(settings.get(Setting.AWS_REGION), "where.no-region"));
            @Nullable String profile = settings.get(Setting.AWS_PROFILE);
            parts.add(profile == null ? TEXT.get("where.default-chain") : TEXT.get("where.profile", profile));
        }
        return parts;
    }

    /** The same, as far as the backends told; what they did not tell is as the settings say. */
    static List<String> of(SessionIdentity identity, Settings settings) {
        List<String> parts = new ArrayList<>();
        if (!identity.environment().policy().accounts()) {
            parts.add(identity.engine());
            addIfKnown(parts, identity.endpoint());
        } else {
            List<String> set = of(settings);
            parts.add(identity.account() == null ? set.get(0) : identity.account());
            parts.add(identity.region() == null ? set.get(1) : identity.region());
            parts.add(identity.principal() == null ? set.get(2) : identity.principal());
        }
        addIfKnown(parts, identity.database());
        return parts;
    }

    /** Whether everything that the header shows was found out. */
    static boolean complete(SessionIdentity identity) {
        return identity.database() != null && (!identity.environment().policy().accounts() || identity.principal() != null);
    }

    private static void addIfKnown(List<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }

    private static String orElse(@Nullable String value, String key) {
        return value == null ? TEXT.get(key) : value;
    }
}
