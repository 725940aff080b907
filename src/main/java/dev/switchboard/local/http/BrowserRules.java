package dev.switchboard.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the requests that a web page can make a browser send to a server on this computer.
 *
 * <ul>
 *   <li>A page of another origin: the browser adds {@code Origin} to each POST, and {@code Sec-Fetch-Site} to each request.
 *   <li>DNS rebinding, where the page's own host name resolves to the loopback address: {@code Host} contains that name.
 *   <li>The preflight request of a page that sets headers: all OPTIONS requests are refused.
 * </ul>
 *
 * <p>It does not keep out other programs of this computer: any of them can send whatever it likes, as the user pool and the local
 * DynamoDB require no password.
 */
final class BrowserRules {
    private static final Set<String> METHODS = Set.of("POST", "GET", "HEAD");
    private static final Set<String> OWN_SITE = Set.of("none", "same-origin");

    private BrowserRules() {}

    /**
     * Checks a request to the server on a port of the loopback interface.
     *
     * @throws HttpRefusal if a web page may have sent it
     */
    static void check(RequestHead head, int port) throws HttpRefusal {
        List<String> own = Stream.of("localhost", "127.0.0.1", "[::1]").map(name -> name + ":" + port).toList();
        @Nullable String host = head.value("host");
        if (host == null || !own.contains(host.toLowerCase(Locale.ROOT))) {
            throw HttpRefusal.forbidden("The Host header must be 127.0.0.1:" + port + " or localhost:" + port + ".");
        }
        @Nullable String origin = head.value("origin");
        if (origin != null && own.stream().noneMatch(name -> origin.equalsIgnoreCase("http://" + name))) {
            throw HttpRefusal.forbidden("Requests of web pages are refused.");
        }
        @Nullable String site = head.value("sec-fetch-site");
        if (site != null && !OWN_SITE.contains(site)) {
            throw HttpRefusal.forbidden("Requests of web pages are refused.");
        }
        if (!METHODS.contains(head.method())) {
            throw HttpRefusal.forbidden("The method " + head.method() + " is not allowed.");
        }
    }
}
