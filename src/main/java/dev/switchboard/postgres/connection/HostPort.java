package dev.switchboard.postgres.connection;

/**
 * One server of a connection URL.
 *
 * @param host a name or an address; an IPv6 address without its brackets
 */
public record HostPort(String host, int port) {
    /** The port of PostgreSQL where nothing names another. */
    public static final int DEFAULT_PORT = 5432;

    /** As it stands in a URL: an IPv6 address in brackets. */
    public String authority() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /** Whether it is written as this machine; a name that merely leads here is not. */
    boolean isThisMachine() {
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.[0-9]{1,3}){3}");
    }
}
