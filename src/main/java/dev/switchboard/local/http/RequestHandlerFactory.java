package dev.switchboard.local.http;

import java.net.Socket;

/** Creates the handler of a connection. */
@FunctionalInterface
public interface RequestHandlerFactory {
    /**
     * Creates the handler.
     *
     * @param client the connection, for a handler that sends responses from a thread of its own
     */
    RequestHandler create(Socket client);
}
