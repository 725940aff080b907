package dev.switchboard.aws;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the address of a service, wherever it was typed. */
public final class EndpointUrlReader {
    private static final int LARGEST_PORT = 65_535;

    private EndpointUrlReader() {}

    /**
     * The address; null where it is none. One with a login is none either: AWS takes keys, and a login that nobody uses would
     * stand in the header and in each command of the activity.
     */
    public static @Nullable URI read(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getPort() <= LARGEST_PORT && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException e) {
            // What it says repeats the whole text, which can be a connection URL that was set in the wrong place.
            return null;
        }
    }
}
