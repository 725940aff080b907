package dev.switchboard.aws;

import dev.switchboard.settings.ProxySettings;
import org.jspecify.annotations.Nullable;

/** Notes on the exception of a request, as a suppressed one, that the proxy did not take it to its endpoint. */
final class ProxyFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ProxySettings.Proxy proxy;

    ProxyFailedException(ProxySettings.Proxy proxy) {
        super("the proxy " + proxy + " failed", null, false, false);
        this.proxy = proxy;
    }

    ProxySettings.Proxy proxy() {
        return proxy;
    }

    /** Returns the note on an exception; null if there is none. */
    static @Nullable ProxyFailedException on(Throwable thrown) {
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (suppressed instanceof ProxyFailedException found) {
                return found;
            }
        }
        return null;
    }
}
