package dev.switchboard.ui.shell;

import dev.switchboard.session.SessionIdentity;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes the connection of a session for the header: endpoint or account, region, identity, and database. */
final class ConnectionSummary {
    private static final Messages TEXT = Messages.of(ConnectionSummary.class);

    private ConnectionSummary() {}

    /** The description from the settings alone. */
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

    /** The description as reported by the backends, completed from the settings. */
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

    /** Whether all parts of the header are known. */
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
