package dev.switchboard.environment;

import dev.switchboard.failure.Explainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.MissingResourceException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Puts what AWS and the way to it answer into words: a sentence for each error code, told by the code, else by the cause. */
public final class AwsFailures implements Explainer {
    private static final Messages TEXT = Messages.of(AwsFailures.class);

    @Override
    public @Nullable Explanation explain(Throwable thrown) {
        return switch (thrown) {
            case AbortedException aborted -> explanation("aws.aborted", thrown, "");
            case AwsServiceException service when service.awsErrorDetails() != null -> ofService(service, service.awsErrorDetails());
            case SdkException sdk -> ofClient(sdk);
            default -> null;
        };
    }

    private static Explanation ofService(AwsServiceException thrown, AwsErrorDetails details) {
        String message = String.valueOf(details.errorMessage());
        String code = String.valueOf(details.errorCode());
        try {
            return explanation("aws." + code, thrown, message);
        } catch (MissingResourceException e) {
            String detail = thrown.getMessage() + "\n" + e.getMessage();
            return new Explanation(TEXT.get("aws.other", details.serviceName(), code, message), TEXT.get("aws.other.remedy"), detail, true);
        }
    }

    private static Explanation ofClient(SdkException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            @Nullable String key = switch (t) {
                case UnknownHostException host -> "network.name";
                case SSLException tls -> "network.tls";
                case SocketTimeoutException timeOut -> "network.time-out";
                case ApiCallTimeoutException late -> "network.time-out";
                case ApiCallAttemptTimeoutException late -> "network.time-out";
                case ConnectException refused -> "network.refused";
                default -> null;
            };
            if (key != null) {
                return explanation(key, thrown, String.valueOf(t.getMessage()));
            }
        }
        String message = String.valueOf(thrown.getMessage());
        // First, because it also tells of the profile in which there is no region.
        if (message.contains("Unable to load region")) {
            return explanation("aws.no-region", thrown, message);
        }
        if (message.contains("credentials") || message.contains("profile")) {
            return explanation("aws.no-credentials", thrown, message);
        }
        if (message.contains("nmarshall")) {
            return explanation("network.garbled", thrown, "");
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                return explanation("network.cut", thrown, String.valueOf(t.getMessage()));
            }
        }
        return explanation("aws.client", thrown, message);
    }

    private static Explanation explanation(String key, Throwable thrown, String message) {
        return new Explanation(TEXT.get(key, message), TEXT.get(key + ".remedy", message), String.valueOf(thrown), true);
    }
}
