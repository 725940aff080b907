package dev.switchboard.aws;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Parses endpoint URLs. */
public final class EndpointUrlReader {
    private static final int LARGEST_PORT = 65_535;

    private EndpointUrlReader() {}

    /**
     * Parses the endpoint URL of a setting.
     *
     * @throws InvalidInputException if it is not valid
     */
    public static URI require(String text) {
        @Nullable URI uri = read(text);
        if (uri == null) {
            Messages messages = Messages.of(EndpointUrlReader.class);
            throw new InvalidInputException("endpoint_malformed", messages.get("endpoint.malformed", Quote.ofAddress(text)),
                    messages.get("endpoint.malformed.remedy"));
        }
        return uri;
    }

    /**
     * Parses an endpoint URL; null if it is not valid. A URL with user info is not valid: AWS does not use it, but it would appear
     * in the header and in every command of the activity log.
     */
    public static @Nullable URI read(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getPort() <= LARGEST_PORT && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException e) {
            // The exception message contains the whole text, which may be a connection URL that was entered in the wrong field.
            return null;
        }
    }
}
