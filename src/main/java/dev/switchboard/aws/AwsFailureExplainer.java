package dev.switchboard.aws;

import dev.switchboard.failure.Explainer;
import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.NetworkErrorKind;
import dev.switchboard.settings.ProxySettings;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Explains AWS and network failures: by error code, otherwise by cause. */
public final class AwsFailureExplainer implements Explainer {
    private static final Messages TEXT = Messages.of(AwsFailureExplainer.class);
    private static final String SUFFIX = "exception";
    private static final Map<String, String> KEYS = keys();
    private final @Nullable String profile;

    /** Creates an explainer for the default profile. */
    public AwsFailureExplainer() {
        this(null);
    }

    /** @param profile the AWS profile in use, named in the command that renews its credentials; null for the default profile */
    public AwsFailureExplainer(@Nullable String profile) {
        this.profile = profile;
    }

    @Override
    public @Nullable Explanation explain(Throwable thrown) {
        @Nullable ProxyFailedException proxy = ProxyFailedException.on(thrown);
        if (proxy != null) {
            return ofProxy(proxy.proxy(), thrown);
        }
        return switch (thrown) {
            case AbortedException aborted -> explanation("aws.aborted", thrown, "");
            case ApiCallTimeoutException timeOut -> explanation("network.time-out", thrown, String.valueOf(thrown.getMessage()));
            case ApiCallAttemptTimeoutException timeOut -> explanation("network.time-out", thrown, String.valueOf(thrown.getMessage()));
            case TransactionCanceledException cancelled when cancelled.hasCancellationReasons() ->
                explanation("aws.TransactionCanceledException", thrown, CancellationReasons.describe(cancelled));
            case AwsServiceException service -> ofService(service, service.awsErrorDetails());
            case SdkException sdk -> ofClient(sdk);
            default -> null;
        };
    }

    /** Whether AWS rejected the credentials themselves, so that new ones must be loaded before the next request. */
    static boolean isOfCredentials(Throwable thrown) {
        if (!(thrown instanceof AwsServiceException service) || service.awsErrorDetails() == null) {
            return false;
        }
        @Nullable String key = key(String.valueOf(service.awsErrorDetails().errorCode()));
        return List.of("aws.ExpiredTokenException", "aws.UnrecognizedClientException", "aws.InvalidClientTokenId", "aws.InvalidToken")
                .contains(String.valueOf(key));
    }

    private Explanation ofService(AwsServiceException thrown, @Nullable AwsErrorDetails details) {
        @Nullable String code = details == null ? null : details.errorCode();
        String message = String.valueOf(details == null ? thrown.getMessage() : details.errorMessage());
        if (code == null || code.isBlank() || code.chars().allMatch(Character::isDigit)) {
            return ofStatus(thrown, details, message);
        }
        if (message.contains("Signature expired") || message.contains("Signature not yet current")) {
            return explanation("aws.clock", thrown, message);
        }
        @Nullable String key = key(code, details == null ? null : details.serviceName());
        if (key != null) {
            return explanation(key, thrown, message);
        }
        String service = details == null ? "AWS" : String.valueOf(details.serviceName());
        return new Explanation(
                TEXT.get("aws.other", service, code, message), TEXT.get("aws.other.remedy"), String.valueOf(thrown.getMessage()), true);
    }

    /** A response without an error code usually does not come from AWS. */
    private Explanation ofStatus(AwsServiceException thrown, @Nullable AwsErrorDetails details, String message) {
        String body = details == null || details.rawResponse() == null ? "" : details.rawResponse().asUtf8String().stripLeading();
        int status = thrown.statusCode();
        if (status == 407) {
            return explanation("network.proxy", thrown, message);
        }
        if (body.startsWith("<") || (status >= 300 && status < 400)) {
            return explanation("network.portal", thrown, String.valueOf(status));
        }
        return status >= 500
                ? explanation("aws.ServiceUnavailable", thrown, message)
                : new Explanation(
                        TEXT.get("aws.status", String.valueOf(status)), TEXT.get("aws.other.remedy"), String.valueOf(thrown), true);
    }

    private static Explanation ofProxy(ProxySettings.Proxy proxy, Throwable thrown) {
        @Nullable AwsServiceException answer = thrown instanceof AwsServiceException service ? service : null;
        String all = messages(thrown);
        boolean refused = answer != null || all.contains("by proxy") || all.contains("Proxy Authentication");
        String reason = answer == null ? innermost(thrown) : TEXT.get("network.proxy-status", String.valueOf(answer.statusCode()));
        Object[] arguments = {proxy.toString(), reason, proxy.source()};
        return refused
                ? new Explanation(TEXT.get("network.proxy-refused", arguments), TEXT.get("network.proxy-refused.remedy", arguments),
                        String.valueOf(thrown.getMessage()), true)
                : new Explanation(TEXT.get("network.proxy-failed", arguments), TEXT.get("network.proxy-failed.remedy", arguments),
                        String.valueOf(thrown.getMessage()), true);
    }

    private Explanation ofClient(SdkException thrown) {
        @Nullable NetworkErrorKind kind = NetworkErrorKind.of(thrown);
        String message = innermost(thrown);
        if (kind != null) {
            return explanation("network." + kind.key(), thrown, message);
        }
        String all = messages(thrown);
        if (all.contains("CONNECT refused by proxy") || all.contains("Proxy Authentication Required")) {
            return explanation("network.proxy", thrown, message);
        }
        if (all.contains("Unable to unmarshall") || all.contains("JsonParseException") || all.contains("Unable to parse")) {
            return explanation("network.portal", thrown, message);
        }
        // Checked first, because this message also names the profile that has no region.
        if (all.contains("Unable to load region")) {
            return explanation("aws.no-region", thrown, message);
        }
        if (all.contains("SSO session") || all.contains("sso login") || all.contains("is expired") || all.contains("have expired")) {
            return explanation("aws.ExpiredTokenException", thrown, message);
        }
        if (all.contains("credentials") || all.contains("profile")) {
            return explanation("aws.no-credentials", thrown, message);
        }
        return explanation("aws.client", thrown, message);
    }

    /** The message key for an error code, or null. Services use the same codes for different things, such as a table and a user pool. */
    private static @Nullable String key(String code, @Nullable String service) {
        String lower = service == null ? "" : service.toLowerCase(Locale.ROOT);
        String prefix = lower.contains("cognito") ? "cognito." : lower.startsWith("sso") ? "sso." : "";
        @Nullable String own = prefix.isEmpty() ? null : key(prefix + code);
        return own == null ? key(code) : own;
    }

    /** The message key for an error code, or null. Some services return the same code with and without {@code Exception}. */
    private static @Nullable String key(String code) {
        String exact = "aws." + code;
        return KEYS.containsValue(exact) ? exact : KEYS.get(plain(exact));
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        for (String key : new TreeSet<>(Messages.bundle(AwsFailureExplainer.class).keySet())) {
            if (key.startsWith("aws.") && !key.endsWith(".remedy")) {
                // Two codes that differ only by the suffix keep their own messages.
                keys.put(keys.containsKey(plain(key)) ? key : plain(key), key);
            }
        }
        return keys;
    }

    private static String plain(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return lower.endsWith(SUFFIX) ? lower.substring(0, lower.length() - SUFFIX.length()) : lower;
    }

    private static String innermost(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private static String messages(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            all.append(t).append('\n');
        }
        return all.toString();
    }

    private Explanation explanation(String key, Throwable thrown, String message) {
        String renewal = CredentialRenewal.of(profile);
        return new Explanation(TEXT.get(key, message), TEXT.get(key + ".remedy", message, renewal), String.valueOf(thrown), true);
    }
}
