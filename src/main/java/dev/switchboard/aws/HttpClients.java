package dev.switchboard.aws;

import dev.switchboard.settings.ProxySettings;
import dev.switchboard.settings.Timeouts;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;

/**
 * The HTTP clients of a session, each created when it is first needed: one for direct requests and one for each proxy, and of both one
 * for plain HTTP, which has no need of the certificates that the system trusts.
 */
final class HttpClients implements AutoCloseable {
    private final Timeouts timeouts;
    private final Map<Route, SdkHttpClient> clients = new HashMap<>();

    /** @param tls whether the endpoint or the proxy is an HTTPS one */
    private record Route(ProxySettings.@Nullable Proxy proxy, boolean tls) {}

    HttpClients(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /**
     * @param endpoint where the requests go; a client for plain HTTP trusts no certificate at all
     * @param proxy null for direct requests
     */
    synchronized SdkHttpClient to(URI endpoint, ProxySettings.@Nullable Proxy proxy) {
        return clients.computeIfAbsent(new Route(proxy, isTls(endpoint) || (proxy != null && isTls(proxy.address()))), this::create);
    }

    private static boolean isTls(URI address) {
        return !"http".equalsIgnoreCase(address.getScheme());
    }

    private SdkHttpClient create(Route route) {
        ProxySettings.@Nullable Proxy proxy = route.proxy();
        // The client would otherwise read the proxies itself, and use them for the loopback interface too.
        ProxyConfiguration.Builder configuration = ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .nonProxyHosts(Set.of());
        if (proxy != null) {
            configuration.endpoint(proxy.address()).username(proxy.user()).password(proxy.password());
        }
        Apache5HttpClient.Builder builder = Apache5HttpClient.builder()
                .maxConnections(64)
                .connectionTimeout(timeouts.connect())
                .socketTimeout(timeouts.silence())
                .proxyConfiguration(configuration.build());
        if (!route.tls()) {
            // Otherwise the client reads the certificates that the system trusts, which takes longer than its first request.
            builder.tlsTrustManagersProvider(() -> new TrustManager[0]);
        }
        return builder.build();
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(SdkHttpClient::close);
        clients.clear();
    }
}
