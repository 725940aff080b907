package dev.switchboard.aws;

import dev.switchboard.settings.ProxySettings;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A request that a proxy did not take to its endpoint. */
final class ProxyFailedException extends SdkClientException {
    private static final long serialVersionUID = 1L;
    private final transient ProxySettings.Proxy proxy;

    ProxyFailedException(ProxySettings.Proxy proxy, Throwable cause) {
        super(SdkClientException.builder().message("the proxy " + proxy + " failed: " + cause.getMessage()).cause(cause));
        this.proxy = proxy;
    }

    ProxySettings.Proxy proxy() {
        return proxy;
    }

    /** Whether the proxy was reached and refused the request. */
    boolean refused() {
        if (getCause() instanceof AwsServiceException) {
            return true;
        }
        for (Throwable thrown = getCause(); thrown != null; thrown = thrown.getCause()) {
            String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("by proxy") || message.contains("proxy authentication")) {
                return true;
            }
        }
        return false;
    }
}
