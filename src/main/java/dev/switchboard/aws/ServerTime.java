package dev.switchboard.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The clock of a server, from the {@code Date} header of a response. */
public final class ServerTime {
    private ServerTime() {}

    /**
     * Returns the second in which a server answered a request; empty if it did not tell it. A refusal tells it too, such as that of a
     * signature that is too old because the clock of this machine is wrong.
     *
     * @param request sends the request
     */
    public static Optional<Instant> of(Supplier<? extends SdkResponse> request) {
        return Optional.ofNullable(answer(request)).flatMap(response -> response.firstMatchingHeader("Date")).flatMap(ServerTime::parsed);
    }

    private static @Nullable SdkHttpResponse answer(Supplier<? extends SdkResponse> request) {
        try {
            return request.get().sdkHttpResponse();
        } catch (AwsServiceException e) {
            @Nullable AwsErrorDetails details = e.awsErrorDetails();
            return details == null ? null : details.sdkHttpResponse();
        }
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
