package dev.switchboard.bench.world;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept alive and sends prepared requests in AWS's JSON protocol: the wire, with nothing else around it. */
public final class BareHttp implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    /** @param version of the protocol: {@code 1.0} for DynamoDB, {@code 1.1} for Cognito */
    public BareHttp(URI endpoint, String version) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        head = "POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\nContent-Type: application/x-amz-json-" + version + "\r\n"
                + "X-Amz-Date: 20260101T000000Z\r\nAuthorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, "
                + "SignedHeaders=host;x-amz-date;x-amz-target, Signature=" + "0".repeat(64) + "\r\n";
    }

    /** Connects to DynamoDB. */
    public static BareHttp dynamoDb(URI endpoint) throws IOException {
        return new BareHttp(endpoint, "1.0");
    }

    /**
     * Sends a request and reads its whole response.
     *
     * @param target the operation, such as {@code DynamoDB_20120810.Scan}
     * @throws IOException if the response is not a success
     */
    public byte[] post(String target, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] start =
                (head + "X-Amz-Target: " + target + "\r\nContent-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream request = new ByteArrayOutputStream(start.length + bytes.length);
        request.writeBytes(start);
        request.writeBytes(bytes);
        request.writeTo(out);
        String status = line();
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        byte[] response = length >= 0 ? in.readNBytes(length) : chunks();
        if (!status.contains(" 200")) {
            throw new IOException(target + ": " + status + ": " + new String(response, StandardCharsets.UTF_8));
        }
        return response;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** Returns the JSON object of a field of a response as text; empty if it has none. */
    public static String object(byte[] response, String field) {
        String text = new String(response, StandardCharsets.UTF_8);
        int start = text.lastIndexOf("\"" + field + "\":{");
        if (start < 0) {
            return "";
        }
        int from = text.indexOf('{', start);
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return text.substring(from, i + 1);
            }
        }
        throw new IllegalStateException("cut off: " + text.substring(start));
    }

    /** Returns the JSON string of a field of a response, in its quotes; empty if it has none. */
    public static String text(byte[] response, String field) {
        String text = new String(response, StandardCharsets.UTF_8);
        String start = "\"" + field + "\":\"";
        int at = text.lastIndexOf(start);
        return at < 0 ? "" : text.substring(at + start.length() - 1, text.indexOf('"', at + start.length()) + 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
