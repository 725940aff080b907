package dev.switchboard.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of the process: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, also in lower case, and the JVM's properties
 * {@code https.proxyHost}, {@code http.proxyHost} and {@code http.nonProxyHosts}, which take precedence. The loopback interface is never
 * reached through a proxy.
 */
public final class ProxySettings {
    private static final String HTTPS = "https";
    private final Map<String, String> variables;

    /**
     * A proxy.
     *
     * @param address the scheme, host and port
     * @param source the variable or property that names it
     */
    public record Proxy(URI address, @Nullable String user, @Nullable String password, String source) {
        @Override
        public String toString() {
            return address + " (" + source + ")";
        }
    }

    private ProxySettings(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Keeps those of the environment variables that are about proxies. */
    static ProxySettings of(Map<String, String> variables) {
        Map<String, String> kept = new TreeMap<>();
        for (String name : List.of("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY")) {
            for (String spelling : List.of(name.toLowerCase(Locale.ROOT), name)) {
                String value = variables.getOrDefault(spelling, "").strip();
                if (!value.isEmpty()) {
                    kept.putIfAbsent(name, value);
                }
            }
        }
        return new ProxySettings(kept);
    }

    /** Returns the proxy through which a URL is requested; null where it is requested directly. */
    public @Nullable Proxy proxyFor(URI target) {
        @Nullable String host = target.getHost();
        if (host == null || Loopback.isLoopback(host)) {
            return null;
        }
        boolean secure = HTTPS.equalsIgnoreCase(target.getScheme());
        int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
        NoProxyList direct = NoProxyList.of(variables.getOrDefault("NO_PROXY", ""), System.getProperty("http.nonProxyHosts", ""));
        if (direct.contains(host, port)) {
            return null;
        }
        // Where only the proxy for http is named, the AWS SDK uses it for https too.
        @Nullable Proxy found = secure ? ofProperties(HTTPS) : null;
        found = found == null ? ofProperties("http") : found;
        found = found == null && secure ? ofVariable("HTTPS_PROXY") : found;
        return found == null ? ofVariable("HTTP_PROXY") : found;
    }

    private static @Nullable Proxy ofProperties(String scheme) {
        String name = scheme + ".proxyHost";
        String host = System.getProperty(name, "").strip();
        if (host.isEmpty()) {
            return null;
        }
        String port = System.getProperty(scheme + ".proxyPort", scheme.equals(HTTPS) ? "443" : "80").strip();
        @Nullable URI address = parse("http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port);
        return address == null
                ? null
                : new Proxy(address, System.getProperty(scheme + ".proxyUser"), System.getProperty(scheme + ".proxyPassword"), name);
    }

    private @Nullable Proxy ofVariable(String name) {
        String value = variables.getOrDefault(name, "");
        @Nullable URI uri = value.isEmpty() ? null : parse(value.contains("://") ? value : "http://" + value);
        if (uri == null) {
            return null;
        }
        @Nullable String login = uri.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        @Nullable String user = login == null ? null : decode(colon < 0 ? login : login.substring(0, colon));
        @Nullable String password = login == null || colon < 0 ? null : decode(login.substring(colon + 1));
        int port = uri.getPort() >= 0 ? uri.getPort() : HTTPS.equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return new Proxy(URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port), user, password, name);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable URI parse(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            return null; // as unreadable as if it were not set; the SDK ignores it too
        }
    }
}
