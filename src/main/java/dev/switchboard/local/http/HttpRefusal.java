package dev.switchboard.local.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The reason why a server answers a request with an error and closes the connection. */
final class HttpRefusal extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String phrase;

    HttpRefusal(int status, String phrase, String message) {
        super(message);
        this.status = status;
        this.phrase = phrase;
    }

    static HttpRefusal badRequest(String message) {
        return new HttpRefusal(400, "Bad Request", message);
    }

    static HttpRefusal forbidden(String message) {
        return new HttpRefusal(403, "Forbidden", message);
    }

    static HttpRefusal tooLarge(long limit) {
        return new HttpRefusal(413, "Content Too Large", "The body is larger than " + limit + " bytes.");
    }

    static HttpRefusal timeout() {
        return new HttpRefusal(408, "Request Timeout", "The request did not arrive in time.");
    }

    static HttpRefusal unavailable(String message) {
        return new HttpRefusal(503, "Service Unavailable", message);
    }

    /** The whole response. It has no CORS headers, so a browser does not show it to a page. */
    byte[] response() {
        byte[] body = (getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " " + phrase + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
