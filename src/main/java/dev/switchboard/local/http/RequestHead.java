package dev.switchboard.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request line and the headers of an HTTP/1 request. Reads only what leaves no room for two interpretations, so that whoever
 * receives {@link #bytes()} understands the request as it was checked.
 *
 * @param target the path and query
 * @param version the minor version of HTTP/1
 * @param headers the header fields in their order
 */
public record RequestHead(String method, String target, int version, List<Header> headers) {
    private static final int LARGEST = 64 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final Pattern LINE = Pattern.compile("([A-Z]{1,20}) (/[!-~]*) HTTP/1\\.([01])");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\x00-\\x08\\x0a-\\x1f\\x7f]*?)[ \\t]*");
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "proxy-connection", "keep-alive", "upgrade", "http2-settings", "expect", "te", "trailer");

    public RequestHead {
        headers = List.copyOf(headers);
    }

    /**
     * A header field.
     *
     * @param name the name in lower case
     */
    public record Header(String name, String value) {}

    /**
     * Reads a head; null if the client closed the connection before it.
     *
     * @throws HttpRefusal if it is malformed or too large
     */
    static @Nullable RequestHead read(InputStream in) throws IOException {
        int[] left = {LARGEST};
        @Nullable String first = line(in, left);
        if (first == null) {
            return null;
        }
        Matcher line = LINE.matcher(first);
        if (!line.matches()) {
            throw HttpRefusal.badRequest("The request line is not valid.");
        }
        List<Header> headers = new ArrayList<>();
        for (@Nullable String text = line(in, left); text == null || !text.isEmpty(); text = line(in, left)) {
            Matcher field = FIELD.matcher(text == null ? "" : text);
            if (!field.matches() || headers.size() == MOST_HEADERS) {
                throw HttpRefusal.badRequest("The headers are not valid.");
            }
            headers.add(new Header(field.group(1).toLowerCase(Locale.ROOT), field.group(2)));
        }
        return new RequestHead(line.group(1), line.group(2), Integer.parseInt(line.group(3)), headers);
    }

    private static @Nullable String line(InputStream in, int[] left) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (--left[0] < 0) {
                throw HttpRefusal.badRequest("The headers are too large.");
            }
            if (c == '\n' && !text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
                text.setLength(text.length() - 1);
                return text.toString();
            }
            text.append((char) c);
        }
        if (text.isEmpty() && left[0] == LARGEST) {
            return null;
        }
        throw HttpRefusal.badRequest("The request ended within its headers.");
    }

    /** The values of a header, whose name is in lower case. */
    List<String> values(String name) {
        return headers.stream().filter(header -> header.name().equals(name)).map(Header::value).toList();
    }

    /** The value of a header that a request may have once; null if it has none. */
    @Nullable
    String value(String name) throws HttpRefusal {
        List<String> values = values(name);
        if (values.size() > 1) {
            throw HttpRefusal.badRequest("The header " + name + " occurs twice.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** The first value of a header, or an empty string. */
    public String first(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    /** Whether the client ends the connection after the response. */
    boolean closes() {
        String connection = first("connection").toLowerCase(Locale.ROOT);
        return version == 0 ? !connection.contains("keep-alive") : connection.contains("close");
    }

    /** The head as it is sent to an engine, without the headers that concern only the connection of the client. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(512);
        text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        for (Header header : headers) {
            if (!OF_ONE_CONNECTION.contains(header.name())) {
                text.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        text.append(closes() ? "connection: close\r\n\r\n" : "\r\n");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
