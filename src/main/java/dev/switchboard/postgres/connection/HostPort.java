package dev.switchboard.postgres.connection;

/**
 * A server in a connection URL.
 *
 * @param host a name or an address; an IPv6 address without brackets
 */
public record HostPort(String host, int port) {
    /** The default port of PostgreSQL. */
    public static final int DEFAULT_PORT = 5432;

    /** Returns the form used in a URL, with brackets around an IPv6 address. */
    public String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** Returns whether the host is written as the local machine; names that resolve to it are not considered. */
    boolean isThisMachine() {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
