package dev.switchboard.postgres.connection;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Parses a libpq connection URL: java.net.URI supports neither several hosts nor the unencoded characters that libpq allows. */
final class PostgresUrlReader {
    private static final Messages TEXT = Messages.of(PostgresUrlReader.class);
    private static final int LARGEST_PORT = 65_535;
    private final String rest;
    private final Map<String, String> parameters = new HashMap<>();

    PostgresUrlReader(String url) {
        String text = url.strip();
        if (text.indexOf('\0') >= 0) {
            throw bad("url.nul");
        }
        if (text.startsWith("jdbc:")) {
            throw bad("url.jdbc");
        }
        if (text.startsWith("postgresql://")) {
            rest = text.substring("postgresql://".length());
        } else if (text.startsWith("postgres://")) {
            rest = text.substring("postgres://".length());
        } else {
            throw bad("url.scheme");
        }
    }

    PostgresUrl read() {
        int login = rest.indexOf('@');
        int firstSlash = rest.indexOf('/');
        if (login >= 0 && firstSlash >= 0 && firstSlash < login) {
            // As in libpq, a slash ends the servers. Otherwise a password with a slash would be taken for a port and shown.
            if (isBeforeQuery(login)) {
                throw bad("url.slash");
            }
            login = -1;
        }
        String userPart = login < 0 ? "" : rest.substring(0, login);
        String after = rest.substring(login + 1);
        int question = after.indexOf('?');
        String place = question < 0 ? after : after.substring(0, question);
        if (question >= 0) {
            readQuery(after.substring(question + 1));
        }
        int slash = place.indexOf('/');
        String authority = slash < 0 ? place : place.substring(0, slash);
        // libpq allows an @ in the database name. Usually it ends a password, the rest of which would then be shown as host.
        if (place.indexOf('@') >= 0) {
            throw bad("url.at");
        }
        String path = slash < 0 ? "" : decode(place.substring(slash + 1), "database");
        int colon = userPart.indexOf(':');
        String user = decode(colon < 0 ? userPart : userPart.substring(0, colon), "user");
        String password = colon < 0 ? "" : decode(userPart.substring(colon + 1), "password");

        List<HostPort> hosts = hosts(authority);
        user = take("user", user);
        password = take("password", password);
        if (user.isEmpty()) {
            user = System.getProperty("user.name");
        }
        String database = take("dbname", path);
        if (database.isEmpty()) {
            database = user;
        }
        check();
        PostgresUrl url = new PostgresUrl(hosts, user, database, parameters, null);
        return password.isEmpty() ? url : url.withPassword(password);
    }

    private boolean isBeforeQuery(int position) {
        int question = rest.indexOf('?');
        return question < 0 || position < question;
    }

    /** A parameter in the query overrides the corresponding part before it, as in libpq. */
    private String take(String parameter, String before) {
        @Nullable String value = parameters.remove(parameter);
        return value == null ? before : value;
    }

    private void readQuery(String query) {
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals < 0 || pair.indexOf('=', equals + 1) >= 0) {
                throw bad("url.pair", quoted(decode(equals < 0 ? pair : pair.substring(0, equals), "query")));
            }
            String name = decode(pair.substring(0, equals), "query");
            parameters.put(name, decode(pair.substring(equals + 1), name));
        }
    }

    private List<HostPort> hosts(String authority) {
        List<String> names = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String part : authority.split(",", -1)) {
            split(part, names, ports);
        }
        @Nullable String hostParameter = parameters.remove("host");
        @Nullable String portParameter = parameters.remove("port");
        if (hostParameter != null) {
            names = List.of(hostParameter.split(",", -1));
        }
        if (portParameter != null) {
            ports = List.of(portParameter.split(",", -1));
        }
        if (ports.size() != names.size() && ports.size() != 1) {
            throw bad("url.ports", ports.size(), names.size());
        }
        List<HostPort> hosts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            hosts.add(new HostPort(host(names.get(i)), port(ports.size() == 1 ? ports.getFirst() : ports.get(i))));
        }
        return hosts;
    }

    private void split(String part, List<String> names, List<String> ports) {
        int end = part.startsWith("[") ? part.indexOf(']') : 0;
        if (end < 0) {
            throw bad("url.bracket");
        }
        int colon = part.indexOf(':', end);
        if (end > 0 && part.length() > end + 1 && colon != end + 1) {
            throw bad("url.bracket");
        }
        String name = colon < 0 ? part : part.substring(0, colon);
        names.add(decode(end > 0 ? name.substring(1, name.length() - 1) : name, "host"));
        ports.add(colon < 0 ? "" : decode(part.substring(colon + 1), "port"));
    }

    private String host(String name) {
        if (name.startsWith("/") || name.startsWith("@")) {
            throw bad("url.socket", quoted(name));
        }
        // Characters with a meaning in the URL of the driver would let a host change its settings.
        if (name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || "/\\?#&@,".indexOf(c) >= 0)) {
            throw bad("url.host", quoted(name));
        }
        return name.isEmpty() ? "localhost" : name;
    }

    private int port(String text) {
        if (text.isEmpty()) {
            return HostPort.DEFAULT_PORT;
        }
        boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int port = digits ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LARGEST_PORT) {
            // Not shown, because it is the password if the host was omitted.
            throw bad("url.port");
        }
        return port;
    }

    private void check() {
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            String name = parameter.getKey();
            if (!PostgresParameters.isKnown(name)) {
                throw bad("url.parameter", quoted(name));
            }
            @Nullable Set<String> choices = PostgresParameters.choices(name);
            if (choices != null && !choices.contains(parameter.getValue())) {
                throw bad("url.choice", name, quoted(parameter.getValue()), String.join(", ", new TreeSet<>(choices)));
            }
        }
        @Nullable String timeout = parameters.get("connect_timeout");
        if (timeout != null && !timeout.matches("-?[0-9]{1,6}")) {
            throw bad("url.timeout", quoted(timeout));
        }
    }

    /** Decodes percent-encoding only: in libpq, a plus sign is a plus sign. */
    private String decode(String text, String part) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                throw bad("url.percent", quoted(part));
            }
            out.write(high * 16 + low);
            i += 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static InvalidInputException bad(String key, Object... arguments) {
        return new InvalidInputException("postgres_" + key.replace('.', '_'), TEXT.get(key, arguments), TEXT.get("url.remedy"));
    }

    /**
     * Returns a part of the URL as it may be shown in an error. If special characters of a password are not encoded, any part can belong to
     * it: then there is a second @, or none after a colon, or the password is in the query.
     */
    private String quoted(String part) {
        int at = rest.indexOf('@');
        boolean loginIsWhole = at < 0 ? rest.indexOf(':') < 0 : rest.indexOf('@', at + 1) < 0;
        boolean shown = loginIsWhole && !rest.contains("password") && part.indexOf(':') < 0 && part.indexOf('@') <= 0;
        return shown ? Quote.of(part) : "…";
    }
}
