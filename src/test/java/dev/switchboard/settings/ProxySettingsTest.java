package dev.switchboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy a URL is requested through. */
class ProxySettingsTest {
    private static final String PROXY = "http://proxy.example:3128";

    @AfterEach
    void clear() {
        for (String name : new String[] {"http.proxyHost", "http.proxyPort", "https.proxyHost", "https.proxyPort", "http.nonProxyHosts"}) {
            System.clearProperty(name);
        }
    }

    private static String through(Map<String, String> variables, String target) {
        ProxySettings.Proxy proxy = ProxySettings.of(variables).proxyFor(URI.create(target));
        return proxy == null ? "direct" : proxy.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://localhost:8000", "http://LOCALHOST:8000", "http://localhost.:8000", "http://127.0.0.1:8000", "http://127.0.0.2:8000",
        "http://[::1]:8000", "http://[0:0:0:0:0:0:0:1]:8000", "http://[::ffff:127.0.0.1]:8000", "https://localhost:8000",
        "http://db.localhost:8000"})
    void theLoopbackInterfaceIsReachedDirectly(String target) {
        System.setProperty("http.proxyHost", "proxy.example");
        System.setProperty("https.proxyHost", "proxy.example");
        System.setProperty("http.nonProxyHosts", "");
        assertThat(through(Map.of("HTTP_PROXY", PROXY, "HTTPS_PROXY", PROXY, "NO_PROXY", "other.example"), target)).isEqualTo("direct");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://dynamodb.eu-west-1.amazonaws.com | proxy.example:1 | | | http://proxy.example:1 (HTTPS_PROXY)",
        "https://dynamodb.eu-west-1.amazonaws.com | | proxy.example:2 | | http://proxy.example:2 (HTTP_PROXY)",
        "http://engine.example:8000 | proxy.example:1 | | | direct",
        "http://engine.example:8000 | proxy.example:1 | http://proxy.example | | http://proxy.example:80 (HTTP_PROXY)",
        "https://a.example | http://user:pa%40ss@proxy.example:1 | | | http://proxy.example:1 (HTTPS_PROXY)",
        "https://a.example | proxy.example:1 | | * | direct",
        "https://a.example | proxy.example:1 | | b.example, .example | direct",
        "https://a.example | proxy.example:1 | | *.example | direct",
        "https://a.example | proxy.example:1 | | ple | http://proxy.example:1 (HTTPS_PROXY)",
        "https://a.example | proxy.example:1 | | a.example:8443 | http://proxy.example:1 (HTTPS_PROXY)",
        "https://a.example | proxy.example:1 | | a.example:443 | direct",
        "http://10.1.2.3:8000 | | proxy.example:1 | 10.0.0.0/8 | direct",
        "http://11.1.2.3:8000 | | proxy.example:1 | 10.0.0.0/8 | http://proxy.example:1 (HTTP_PROXY)",
        "http://[fd00::5]:8000 | | proxy.example:1 | fd00::/8 | direct",
        "https://a.example | ://not a url | | | direct",
    })
    void otherHostsAreReachedAsTheVariablesSay(String target, String https, String http, String none, String expected) {
        Map<String, String> variables = Map.of(
                "HTTPS_PROXY", https == null ? "" : https, "HTTP_PROXY", http == null ? "" : http, "NO_PROXY", none == null ? "" : none);
        assertThat(through(variables, target)).isEqualTo(expected);
    }

    @Test
    void propertiesOfTheJvmTakePrecedence() {
        System.setProperty("https.proxyHost", "jvm.example");
        System.setProperty("https.proxyPort", "8443");
        System.setProperty("http.nonProxyHosts", "*.internal|10.*");
        Map<String, String> variables = Map.of("https_proxy", PROXY);
        assertThat(through(variables, "https://a.example")).isEqualTo("http://jvm.example:8443 (https.proxyHost)");
        assertThat(through(variables, "https://a.internal")).isEqualTo("direct");
        assertThat(through(variables, "https://10.1.1.1")).isEqualTo("direct");
    }

    @Test
    void aLoginIsNotPartOfTheText() {
        ProxySettings.Proxy proxy =
                ProxySettings.of(Map.of("https_proxy", "http://ann:s%40fe@proxy.example:1")).proxyFor(URI.create("https://a.example"));
        assertThat(proxy).isNotNull();
        assertThat(proxy.user()).isEqualTo("ann");
        assertThat(proxy.password()).isEqualTo("s@fe");
        assertThat(proxy.toString()).isEqualTo("http://proxy.example:1 (HTTPS_PROXY)");
    }
}
