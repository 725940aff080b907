package dev.switchboard.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request signed in its query by Signature Version 4, looked at as the service does: written from the specification alone. */
public final class SignedQuery {
    private final String host;
    private final Map<String, String> parameters;

    /** @param token without its scheme */
    public SignedQuery(String token) {
        URI uri = URI.create("https://" + token);
        host = uri.getRawAuthority();
        parameters = Stream.of(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, two) -> one, TreeMap::new));
    }

    /** As it was sent, percent-encoded. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The host and the port that the signature is for. */
    public String host() {
        return host;
    }

    /** Whether a secret key has signed it. */
    public boolean isSignedWith(String secret) {
        String[] scope = parameter("X-Amz-Credential").split("%2F");
        String query = parameters.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("X-Amz-Signature"))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        String request = String.join("\n", "GET", "/", query, "host:" + host, "", "host", sha256(""));
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", parameter("X-Amz-Date"), String.join("/", scope[1], scope[2], scope[3], scope[4]),
                sha256(request));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {scope[1], scope[2], scope[3], scope[4]}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(parameter("X-Amz-Signature"));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
