package dev.switchboard.session;

import org.jspecify.annotations.Nullable;

/**
 * Where the requests of one service of a session go.
 *
 * @param service the name of the service, such as DynamoDB
 * @param address the host and port, of a database also its name; null if it could not be determined
 * @param aws whether it is an endpoint of AWS; always false for a database
 * @param foreign whether the environment is one of AWS, and this is not an endpoint of AWS; always false for a database
 */
public record ServiceAddress(String service, @Nullable String address, boolean aws, boolean foreign) {}
