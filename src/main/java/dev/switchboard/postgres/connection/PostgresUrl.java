package dev.switchboard.postgres.connection;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and as whom to go there: a libpq connection URL, read with care. The password stands in
 * {@link #properties} only; no text of this class holds it.
 */
public final class PostgresUrl {
    private static final Messages TEXT = Messages.of(PostgresUrl.class);
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");
    private final List<HostPort> hosts;
    private final String user;
    private final String database;
    private final Map<String, String> parameters;
    private final @Nullable DatabasePassword password;

    /**
     * @param parameters libpq's connection parameters by their names, without host, port, user, password and dbname
     */
    PostgresUrl(List<HostPort> hosts, String user, String database, Map<String, String> parameters, @Nullable DatabasePassword password) {
        this.hosts = List.copyOf(hosts);
        this.user = user;
        this.database = database;
        this.parameters = new TreeMap<>(parameters);
        this.password = password;
    }

    /**
     * Reads {@code postgresql://user:password@host:port/db?sslmode=…}, also {@code postgres://}, several hosts, none, IPv6 and
     * percent-encoding, as libpq does.
     *
     * @throws dev.switchboard.failure.InvalidInputException naming the part that cannot be used; never with the password
     */
    public static PostgresUrl parse(String libpq) {
        return new PostgresUrlReader(libpq).read();
    }

    /** The servers, tried in this order; never empty. */
    public List<HostPort> hosts() {
        return hosts;
    }

    /** The role that logs in; the name of the operating system's user where the URL names none. */
    public String user() {
        return user;
    }

    /** The database; named like the user where the URL names none. */
    public String database() {
        return database;
    }

    /** Whether a password is known: from the URL, or filled in since. */
    public boolean hasPassword() {
        return password != null;
    }

    /** The value of a libpq parameter such as {@code passfile}, or null where the URL has none. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** The same with a password. */
    public PostgresUrl withPassword(String secret) {
        return withPassword(() -> secret);
    }

    /**
     * The same with a password that is made anew for each connection.
     *
     * @param source may block; what it throws is thrown to whoever connects
     */
    public PostgresUrl withPassword(Supplier<String> source) {
        return new PostgresUrl(hosts, user, database, parameters, new DatabasePassword(source));
    }

    /** The password for the next connection; empty where none is known. */
    public String password() {
        return password == null ? "" : password.reveal();
    }

    /** The same server and login, another database. */
    public PostgresUrl withDatabase(String name) {
        return new PostgresUrl(hosts, user, name, parameters, password);
    }

    /**
     * The same, encrypted and checked against the server's certificate and name where the URL says nothing of encryption. A
     * server that is named as this machine is left as it is: nothing of the way to it can be listened to, and the certificate
     * of a database behind a tunnel names another host.
     */
    public PostgresUrl verifiedByDefault() {
        if (parameters.containsKey("sslmode") || parameters.containsKey("ssl") || hosts.stream().allMatch(HostPort::isThisMachine)) {
            return this;
        }
        return verified();
    }

    /**
     * The same for a login that must not be overheard: encrypted and checked where the URL says nothing, this machine included.
     *
     * @throws InvalidInputException where the URL allows a connection that is not encrypted
     */
    public PostgresUrl encrypted() {
        @Nullable String mode = parameters.get("sslmode");
        if (mode == null) {
            return parameters.containsKey("ssl") ? this : verified();
        }
        if (!ENCRYPTED.contains(mode)) {
            throw new InvalidInputException("token_unencrypted", TEXT.get("token.unencrypted", mode), TEXT.get("token.unencrypted.remedy"));
        }
        return this;
    }

    private PostgresUrl verified() {
        Map<String, String> verified = new TreeMap<>(parameters);
        verified.put("sslmode", "verify-full");
        return new PostgresUrl(hosts, user, database, verified, password);
    }

    /** {@code host:port/database}, for a heading. */
    public String target() {
        return hosts.stream().map(HostPort::authority).collect(Collectors.joining(",")) + "/" + database;
    }

    /** The driver's URL: hosts and database only. Everything else is in {@link #properties}. */
    public String toJdbc() {
        return "jdbc:postgresql://" + hosts.stream().map(HostPort::authority).collect(Collectors.joining(",")) + "/" + encode(database);
    }

    /** The same in libpq's form without any secret, for showing and copying. */
    public String withoutPassword() {
        String query = parameters.entrySet().stream()
                .filter(entry -> !PostgresParameters.isSecret(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        String authority = hosts.stream().map(HostPort::authority).collect(Collectors.joining(","));
        return "postgresql://" + encode(user) + "@" + authority + "/" + encode(database) + (query.isEmpty() ? "" : "?" + query);
    }

    /** What the driver needs beside its URL: user, password where one is known, and every parameter in the driver's own words. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        // Where it is given none, the driver reads the password file by itself, also one that is not used because others can read it.
        properties.setProperty("password", password());
        properties.setProperty("ApplicationName", "Switchboard");
        parameters.forEach((name, value) -> PostgresParameters.translate(name, value).forEach(properties::setProperty));
        if (SystemTrustSocketFactory.isWantedBy(properties)) {
            properties.setProperty("sslfactory", SystemTrustSocketFactory.class.getName());
        }
        return properties;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return withoutPassword();
    }

    /** The URL's own properties, and a bound on connecting where it names none. */
    public Properties driverProperties() {
        Properties properties = properties();
        properties.putIfAbsent("connectTimeout", "5");
        properties.putIfAbsent("loginTimeout", "8");
        // A cancel is sent on a connection of its own, which a dead server would otherwise hold for ten seconds.
        properties.putIfAbsent("cancelSignalTimeout", "2");
        properties.putIfAbsent("socketFactory", KeepAliveSocketFactory.class.getName());
        return properties;
    }
}
