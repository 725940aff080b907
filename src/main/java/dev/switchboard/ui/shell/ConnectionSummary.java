package dev.switchboard.ui.shell;

import dev.switchboard.activity.Backend;
import dev.switchboard.aws.AwsEndpoints;
import dev.switchboard.aws.EndpointUrlReader;
import dev.switchboard.session.ServiceAddress;
import dev.switchboard.session.SessionIdentity;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Describes the connection of a session for the header: account, region and identity, and the endpoint of each service. */
final class ConnectionSummary {
    private static final Messages TEXT = Messages.of(ConnectionSummary.class);

    private ConnectionSummary() {}

    /** The description from the settings alone. */
    static List<ConnectionPart> of(Settings settings) {
        if (!settings.environment().policy().accounts()) {
            @Nullable String endpoint = settings.get(Setting.DYNAMODB_ENDPOINT);
            return List.of(ConnectionPart.of(endpoint == null ? TEXT.get("where.local") : Quote.ofAddress(endpoint)));
        }
        List<ServiceAddress> addresses = Stream.of(
                address(Backend.DYNAMODB, settings.get(Setting.DYNAMODB_ENDPOINT)),
                address(Backend.COGNITO, settings.get(Setting.COGNITO_ENDPOINT)))
                .filter(Objects::nonNull)
                .toList();
        List<ConnectionPart> parts = new ArrayList<>();
        if (addresses.stream().noneMatch(address -> address.foreign() && address.service().equals(Backend.DYNAMODB.title()))) {
            parts.add(orElse(settings.get(Setting.EXPECTED_ACCOUNT), "where.account-unknown"));
            parts.add(orElse(settings.get(Setting.AWS_REGION), "where.no-region"));
            @Nullable String profile = settings.get(Setting.AWS_PROFILE);
            parts.add(ConnectionPart.of(profile == null ? TEXT.get("where.default-chain") : TEXT.get("where.profile", profile)));
        }
        addresses.forEach(address -> parts.add(part(address)));
        return parts;
    }

    /** The description as reported by the backends, completed from the settings. */
    static List<ConnectionPart> of(SessionIdentity identity, Settings settings) {
        List<ConnectionPart> parts = new ArrayList<>();
        if (!identity.environment().policy().accounts()) {
            parts.add(ConnectionPart.of(identity.engine()));
        } else if (!identity.addresses().getFirst().foreign()) {
            List<ConnectionPart> set = of(settings);
            parts.add(identity.account() == null ? set.get(0) : ConnectionPart.of(identity.account()));
            parts.add(identity.region() == null ? set.get(1) : ConnectionPart.of(identity.region()));
            parts.add(identity.principal() == null ? set.get(2) : ConnectionPart.of(identity.principal()));
        }
        identity.addresses().forEach(address -> parts.add(part(address)));
        return parts;
    }

    /** Whether all parts of the header are known. */
    static boolean complete(SessionIdentity identity) {
        return identity.database() != null && identity.identified();
    }

    /** The endpoint of a service with nothing left out. */
    static String full(ServiceAddress address) {
        String service = address.service();
        if (address.address() == null) {
            return TEXT.get("where.unknown", service);
        }
        return TEXT.get(address.foreign() ? "where.foreign" : "where.service", service, address.address());
    }

    private static ConnectionPart part(ServiceAddress address) {
        String full = full(address);
        return new ConnectionPart(address.aws() ? TEXT.get("where.aws", address.service()) : full, full, address.foreign());
    }

    /** Null where the setting is that of AWS, whose endpoint the region decides. */
    private static @Nullable ServiceAddress address(Backend backend, @Nullable String set) {
        @Nullable URI endpoint = set == null ? null : EndpointUrlReader.read(set);
        return endpoint == null
                ? null
                : new ServiceAddress(backend.title(), endpoint.getAuthority(), AwsEndpoints.isAws(endpoint),
                        !AwsEndpoints.isAws(endpoint));
    }

    private static ConnectionPart orElse(@Nullable String value, String key) {
        return ConnectionPart.of(value == null ? TEXT.get(key) : value);
    }
}
