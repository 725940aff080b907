package dev.switchboard.postgres.connection;

/** The result of a connection test. */
public enum DatabaseConnectionStatus {
    /** Connected; a query was answered. */
    REACHABLE,
    /** The host name was not found. */
    NAME,
    /** There is no network route to the host. */
    ROUTE,
    /** The host responds, but nothing listens on the port. */
    REFUSED,
    /** Nothing responds, for example because a security group does not allow this address. */
    TIME_OUT,
    /** The encrypted connection cannot be established. */
    TLS,
    /** The password or the token is wrong. */
    PASSWORD,
    /** The server requires a password, and none is set. */
    NO_PASSWORD,
    /** The database does not exist. */
    NO_DATABASE,
    /** The role does not exist, or may not connect from here. */
    NO_ROLE,
    /** The server responds and rejects the connection for another reason, such as too many connections. */
    OTHER
}
