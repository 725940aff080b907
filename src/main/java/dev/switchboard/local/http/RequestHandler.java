package dev.switchboard.local.http;

import java.io.IOException;
import java.io.OutputStream;

/** Answers the requests of one connection, one after the other. */
public interface RequestHandler extends AutoCloseable {
    /** Answers a request. What is left of its body makes the server close the connection. */
    void handle(RequestHead head, RequestBody body, OutputStream out) throws IOException;

    /** Waits until the last response is complete, if the client asked to close the connection after it. */
    default void awaitResponse() throws InterruptedException {}

    @Override
    default void close() {}
}
