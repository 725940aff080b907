package dev.switchboard.aws;

import dev.switchboard.settings.ProxySettings;
import dev.switchboard.settings.Timeouts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;

/** The HTTP clients of a session: one for direct requests and one for each proxy, each created when it is first needed. */
final class HttpClients implements AutoCloseable {
    private static final String DIRECT = "";
    private final Timeouts timeouts;
    private final Map<String, SdkHttpClient> clients = new HashMap<>();

    HttpClients(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /** @param proxy null for direct requests */
    synchronized SdkHttpClient through(ProxySettings.@Nullable Proxy proxy) {
        return clients.computeIfAbsent(proxy == null ? DIRECT : proxy.toString(), key -> create(proxy));
    }

    private SdkHttpClient create(ProxySettings.@Nullable Proxy proxy) {
        // The client would otherwise read the proxies itself, and use them for the loopback interface too.
        ProxyConfiguration.Builder configuration = ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .nonProxyHosts(Set.of());
        if (proxy != null) {
            configuration.endpoint(proxy.address()).username(proxy.user()).password(proxy.password());
        }
        return Apache5HttpClient.builder()
                .maxConnections(64)
                .connectionTimeout(timeouts.connect())
                .socketTimeout(timeouts.silence())
                .proxyConfiguration(configuration.build())
                .build();
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(SdkHttpClient::close);
        clients.clear();
    }
}
