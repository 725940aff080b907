package dev.switchboard.postgres.connection;

/** How far the way to a database leads. */
public enum DatabaseConnectionStatus {
    /** All the way: a query was answered. */
    REACHABLE,
    /** The host's name is not known. */
    NAME,
    /** No way through the network to the host. */
    ROUTE,
    /** The host answers, but nothing listens on the port. */
    REFUSED,
    /** Nothing answers at all, as behind a security group that does not let this address in. */
    TIME_OUT,
    /** The encrypted connection cannot be made as asked. */
    TLS,
    /** The password, or the token in its place, is wrong. */
    PASSWORD,
    /** The server wants a password and none is known. */
    NO_PASSWORD,
    /** There is no such database. */
    NO_DATABASE,
    /** There is no such role, or it may not log in from here. */
    NO_ROLE,
    /** The server answers and refuses for a reason of its own, such as too many connections. */
    OTHER
}
