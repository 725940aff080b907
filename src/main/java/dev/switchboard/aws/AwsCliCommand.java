package dev.switchboard.aws;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.CallCommand;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Formats a request as an AWS CLI command. The parameters go into one {@code --cli-input-json}, which every operation accepts with
 * the names of the service model.
 *
 * @param endpoint null for the AWS endpoint
 * @param profile null for the default credentials chain
 */
record AwsCliCommand(@Nullable String endpoint, @Nullable String profile, @Nullable String region) {
    /**
     * Returns the command, which is put into words when it is looked at. A request that is larger than what the activity log keeps of it is not
     * kept: its beginning is written at once.
     *
     * @param size the bytes of the request as JSON
     */
    CallCommand later(AwsService service, String operation, SdkPojo request, long size) {
        return size >= ActivityLog.LONGEST_COMMAND
                ? CallCommand.of(of(service, operation, request))
                : CallCommand.later(size, () -> of(service, operation, request));
    }

    /** Returns the command; of a large request only its beginning. */
    String of(AwsService service, String operation, SdkPojo request) {
        StringBuilder out = new StringBuilder("aws ").append(service.cliName()).append(' ').append(dashes(operation));
        option(out, "--endpoint-url", endpoint);
        option(out, "--profile", profile);
        option(out, "--region", region);
        return out.append(" --cli-input-json ").append(quote(RequestJson.of(request, ActivityLog.LONGEST_COMMAND))).toString();
    }

    private static void option(StringBuilder out, String name, @Nullable String value) {
        if (value != null) {
            out.append(' ').append(name).append(' ').append(quote(value));
        }
    }

    /** Quotes a text for a POSIX shell, in which only a single quote needs escaping inside single quotes. */
    static String quote(String text) {
        return text.matches("[A-Za-z0-9_./:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String dashes(String operation) {
        return operation.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
