package dev.switchboard.session;

import dev.switchboard.aws.AwsEndpoints;
import dev.switchboard.aws.EndpointUrlReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.postgres.connection.HostPort;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.text.Messages;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an environment without a lock from writing to the messages table or the database of the one that has a lock, which its settings can
 * name by mistake. What cannot be told apart is refused.
 */
final class LockedTargets {
    private static final Messages TEXT = Messages.of(LockedTargets.class);
    private final Settings settings;
    private final Supplier<String> account;

    /** @param account the AWS account of this environment's credentials; asks AWS */
    LockedTargets(Settings settings, Supplier<String> account) {
        this.settings = settings;
        this.account = account;
    }

    /**
     * Checks where a change is about to be made.
     *
     * @throws OperationRefusedException if it is the table or database of the environment that opens locked
     */
    void check(ChangeTarget target, @Nullable PostgresUrl database) {
        @Nullable Settings locked = settings.locked();
        if (locked == null) {
            return;
        }
        if (database == null ? isTable(target, locked) : isDatabase(database, locked)) {
            String own = settings.environment().code();
            String other = locked.environment().code();
            throw new OperationRefusedException(TEXT.get("locked-target", own, target.summary(), other),
                    TEXT.get("locked-target.remedy", own, other));
        }
    }

    private boolean isTable(ChangeTarget target, Settings locked) {
        if (!target.target().equals(locked.messagesTable())) {
            return false;
        }
        @Nullable URI endpoint = target.endpoint() == null ? null : EndpointUrlReader.read(target.endpoint());
        @Nullable String set = locked.get(Setting.DYNAMODB_ENDPOINT);
        if (set != null) {
            @Nullable URI other = EndpointUrlReader.read(set);
            return endpoint != null && other != null && isSameServer(hostPort(endpoint), hostPort(other));
        }
        return isAws(endpoint) && isSameRegion(endpoint, locked) && isSameAccount(locked);
    }

    private static boolean isAws(@Nullable URI endpoint) {
        return endpoint == null || AwsEndpoints.isAws(endpoint);
    }

    private static boolean isSameRegion(@Nullable URI endpoint, Settings locked) {
        @Nullable String region = locked.get(Setting.AWS_REGION);
        return endpoint == null || region == null || endpoint.getHost().toLowerCase(Locale.ROOT).contains("." + region + ".");
    }

    private boolean isSameAccount(Settings locked) {
        @Nullable String expected = locked.get(Setting.EXPECTED_ACCOUNT);
        return expected == null || expected.equals(account.get());
    }

    private static boolean isDatabase(PostgresUrl url, Settings locked) {
        @Nullable String set = locked.get(Setting.POSTGRES_URL);
        if (set == null) {
            return false;
        }
        try {
            PostgresUrl other = PostgresUrl.parse(set);
            return url.database().equals(other.database())
                    && url.hosts().stream().anyMatch(one -> other.hosts().stream().anyMatch(two -> isSameServer(one, two)));
        } catch (InvalidInputException e) {
            // It leads nowhere, and says so when that environment is opened.
            return false;
        }
    }

    private static HostPort hostPort(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return new HostPort(uri.getHost(), port);
    }

    /** Different names can lead to one server, so their addresses are compared too. */
    private static boolean isSameServer(HostPort one, HostPort two) {
        if (one.port() != two.port()) {
            return false;
        }
        Set<String> common = addresses(one.host());
        common.retainAll(addresses(two.host()));
        return !common.isEmpty();
    }

    private static Set<String> addresses(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").replaceAll("[\\[\\]]", "");
        Set<String> addresses = new HashSet<>(Set.of(name));
        try {
            for (InetAddress address : List.of(InetAddress.getAllByName(name))) {
                addresses.add(address.isLoopbackAddress() ? "loopback" : address.getHostAddress());
            }
        } catch (UnknownHostException e) {
            // Its name is all that is known.
        }
        return addresses;
    }
}
