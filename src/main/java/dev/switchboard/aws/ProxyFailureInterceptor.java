package dev.switchboard.aws;

import dev.switchboard.settings.ProxySettings;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Says of a failure that it is the proxy's, where the HTTP client only names an address. */
final class ProxyFailureInterceptor implements ExecutionInterceptor {
    private final ProxySettings.Proxy proxy;

    ProxyFailureInterceptor(ProxySettings.Proxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable thrown = context.exception();
        if (isOfProxy(thrown)) {
            thrown.addSuppressed(new ProxyFailedException(proxy));
        }
        return thrown; // the SDK takes no exception of another class
    }

    private boolean isOfProxy(Throwable thrown) {
        if (thrown instanceof AwsServiceException service) {
            // A proxy that does not open a tunnel answers in place of AWS, and knows neither its error codes nor its request IDs.
            boolean coded = service.awsErrorDetails() != null && service.awsErrorDetails().errorCode() != null
                    && !service.awsErrorDetails().errorCode().isBlank();
            return !coded && service.requestId() == null;
        }
        String host = proxy.address().getHost().toLowerCase(Locale.ROOT);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            boolean named = message.contains("connect to ") && message.contains(host + ":" + proxy.address().getPort());
            if (named || message.startsWith(host + ":") || message.equals(host) || message.contains("by proxy")
                    || message.contains("proxy authentication")) {
                return true;
            }
        }
        return false;
    }
}
