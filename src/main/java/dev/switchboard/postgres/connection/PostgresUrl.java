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
 * The address, database and role of a PostgreSQL connection, parsed from a libpq connection URL. Only {@link #properties} contains the
 * password; no string representation does.
 */
public final class PostgresUrl {
    private static final Messages TEXT = Messages.of(PostgresUrl.class);
    private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");
    private final List<HostPort> hosts;
    private final String user;
    private final String database;
    private final Map<String, String> parameters;
    private final @Nullable DatabasePassword password;
    private final @Nullable String passwordNote;

    /**
     * @param parameters connection parameters of libpq, without host, port, user, password and dbname
     */
    PostgresUrl(List<HostPort> hosts, String user, String database, Map<String, String> parameters, @Nullable DatabasePassword password) {
        this(hosts, user, database, parameters, password, null);
    }

    private PostgresUrl(List<HostPort> hosts, String user, String database, Map<String, String> parameters,
            @Nullable DatabasePassword password, @Nullable String passwordNote) {
        this.passwordNote = passwordNote;
        this.hosts = List.copyOf(hosts);
        this.user = user;
        this.database = database;
        this.parameters = new TreeMap<>(parameters);
        this.password = password;
    }

    /**
     * Parses {@code postgresql://user:password@host:port/db?sslmode=…}, also {@code postgres://}, several hosts, no host, IPv6 and
     * percent-encoding, as libpq does.
     *
     * @throws dev.switchboard.failure.InvalidInputException with the part that is not valid, never with the password
     */
    public static PostgresUrl parse(String libpq) {
        return new PostgresUrlReader(libpq).read();
    }

    /** Returns the servers in the order in which they are tried; never empty. */
    public List<HostPort> hosts() {
        return hosts;
    }

    /** Returns the role; the name of the operating system user if the URL contains none. */
    public String user() {
        return user;
    }

    /** Returns the database; the name of the user if the URL contains none. */
    public String database() {
        return database;
    }

    /** Returns whether a password is known: from the URL, or set later. */
    public boolean hasPassword() {
        return password != null;
    }

    /** Returns the value of a libpq parameter such as {@code passfile}, or null if the URL does not contain it. */
    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** Returns the same URL with a password. */
    public PostgresUrl withPassword(String secret) {
        return withPassword(() -> secret);
    }

    /**
     * Returns the same URL with a password that is created for each connection.
     *
     * @param source may block; its exceptions are thrown to the caller that connects
     */
    public PostgresUrl withPassword(Supplier<String> source) {
        return new PostgresUrl(hosts, user, database, parameters, new DatabasePassword(source), passwordNote);
    }

    /** Returns the same URL with a sentence about where a password was looked for in vain; null for none. */
    PostgresUrl withPasswordNote(@Nullable String note) {
        return new PostgresUrl(hosts, user, database, parameters, password, note);
    }

    /** Returns a sentence that says why the password file is not used; null if it is, or does not exist. */
    public @Nullable String passwordNote() {
        return passwordNote;
    }

    /** Returns the password for the next connection; empty if none is known. */
    public String password() {
        return password == null ? "" : password.reveal();
    }

    /** Returns the same URL with another database. */
    public PostgresUrl withDatabase(String name) {
        return new PostgresUrl(hosts, user, name, parameters, password, passwordNote);
    }

    /**
     * Returns the same URL with an encrypted connection that verifies the certificate and host name, unless the URL specifies sslmode. A
     * server that is written as the local machine is unchanged: nobody can listen to the connection, and behind a tunnel the certificate
     * belongs to another host.
     */
    public PostgresUrl verifiedByDefault() {
        if (parameters.containsKey("sslmode") || parameters.containsKey("ssl") || hosts.stream().allMatch(HostPort::isThisMachine)) {
            return this;
        }
        return verified();
    }

    /**
     * Returns the same URL with an encrypted and verified connection, also for the local machine, unless the URL specifies sslmode.
     *
     * @throws InvalidInputException if the URL allows an unencrypted connection
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
        return new PostgresUrl(hosts, user, database, verified, password, passwordNote);
    }

    /** Returns {@code host:port/database}, for display. */
    public String target() {
        return hosts.stream().map(HostPort::authority).collect(Collectors.joining(",")) + "/" + database;
    }

    /** Returns the URL for the driver: hosts and database only. Everything else is in {@link #properties}. */
    public String toJdbc() {
        return "jdbc:postgresql://" + hosts.stream().map(HostPort::authority).collect(Collectors.joining(",")) + "/" + encode(database);
    }

    /** Returns the libpq URL without secrets, for display and copying. */
    public String withoutPassword() {
        String query = parameters.entrySet().stream()
                .filter(entry -> !PostgresParameters.isSecret(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        String authority = hosts.stream().map(HostPort::authority).collect(Collectors.joining(","));
        return "postgresql://" + encode(user) + "@" + authority + "/" + encode(database) + (query.isEmpty() ? "" : "?" + query);
    }

    /** Returns the driver properties: user, password if known, and every parameter in the terms of the driver. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        // Without a password, the driver reads the password file itself, even if it is ignored here because other users can read it.
        properties.setProperty("password", password());
        properties.setProperty("ApplicationName", "Switchboard");
        parameters.forEach((name, value) -> PostgresParameters.translate(name, value).forEach(properties::setProperty));
        if (SystemTrustSocketFactory.isRequiredBy(properties)) {
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

    /** Returns the properties of the URL, with a connect timeout if it specifies none. */
    public Properties driverProperties() {
        Properties properties = properties();
        properties.putIfAbsent("connectTimeout", "5");
        properties.putIfAbsent("loginTimeout", "8");
        // A cancel request uses a new connection, on which a dead server would otherwise keep it waiting for ten seconds.
        properties.putIfAbsent("cancelSignalTimeout", "2");
        properties.putIfAbsent("socketFactory", KeepAliveSocketFactory.class.getName());
        return properties;
    }
}
