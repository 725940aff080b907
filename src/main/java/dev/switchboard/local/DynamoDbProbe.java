package dev.switchboard.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Checks whether an endpoint is DynamoDB. */
final class DynamoDbProbe {
    private static final int CONNECT_MILLIS = 500;
    private static final int READ_MILLIS = 3000;
    private static final int ENOUGH_BYTES = 4096;

    private DynamoDbProbe() {}

    /**
     * Returns true if the endpoint returns a list of tables or a DynamoDB error: the request is unsigned, which some engines
     * reject. Any other program on the port, such as a web server, is not DynamoDB. Nor is the guard of a home's engine, which would
     * stop with that home's last console.
     */
    static boolean answers(URI endpoint) {
        try {
            HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
            connection.setRequestProperty("X-Amz-Target", "DynamoDB_20120810.ListTables");
            connection.setRequestProperty(DynamoDbGuard.PROBE_HEADER, "true");
            connection.setRequestProperty("X-Amz-Date", "20260101T000000Z");
            connection.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
            connection.getOutputStream().write("{\"Limit\":1}".getBytes(StandardCharsets.UTF_8));
            boolean good = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            try (InputStream body = good ? connection.getInputStream() : connection.getErrorStream()) {
                String answer = body == null ? "" : new String(body.readNBytes(ENOUGH_BYTES), StandardCharsets.UTF_8);
                return good ? answer.contains("\"TableNames\"") : answer.contains("\"__type\"") && answer.contains("com.amazon");
            }
        } catch (IOException e) {
            return false; // no server, or a server that does not use HTTP
        }
    }
}
