package dev.switchboard.aws;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Takes the session token out of what AWS answers: where a signature does not match, DynamoDB repeats the headers that it signed
 * itself, and the token is one of them. Everybody who shows or keeps an error gets it from here.
 */
final class TokenRedactionInterceptor implements ExecutionInterceptor {
    private static final Pattern TOKEN = Pattern.compile("(?i)(x-amz-security-token[\"']?\\s*[:=]\\s*[\"']?)[^\\s\"'&\\\\]+");

    @Override
    public Throwable modifyException(Context.FailedExecution context, ExecutionAttributes attributes) {
        return context.exception() instanceof AwsServiceException service && holdsToken(service) ? without(service) : context.exception();
    }

    private static boolean holdsToken(AwsServiceException thrown) {
        @Nullable AwsErrorDetails details = thrown.awsErrorDetails();
        return found(thrown.getMessage()) || (details != null && found(details.errorMessage()));
    }

    private static boolean found(@Nullable String text) {
        return text != null && TOKEN.matcher(text).find();
    }

    private static Throwable without(AwsServiceException thrown) {
        AwsServiceException.Builder hidden = thrown.toBuilder().message(hide(thrown.getMessage()));
        @Nullable AwsErrorDetails details = thrown.awsErrorDetails();
        if (details != null) {
            // The raw response repeats it too.
            hidden.awsErrorDetails(details.toBuilder().errorMessage(hide(details.errorMessage())).rawResponse(null).build());
        }
        AwsServiceException made = hidden.build();
        made.setStackTrace(thrown.getStackTrace());
        return made;
    }

    private static @Nullable String hide(@Nullable String text) {
        return text == null ? null : TOKEN.matcher(text).replaceAll("$1…");
    }
}
