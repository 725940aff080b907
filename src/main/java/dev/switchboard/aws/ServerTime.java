package dev.switchboard.aws;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.core.SdkResponse;

/** The clock of a server, from the {@code Date} header of a response. */
public final class ServerTime {
    /** The header has whole seconds, so that the time is half a second later on average. */
    private static final int HALF_A_SECOND = 500;

    private ServerTime() {}

    /** Returns the time at which a server answered; empty if it did not tell it. */
    public static Optional<Instant> of(SdkResponse response) {
        return response.sdkHttpResponse().firstMatchingHeader("Date").flatMap(ServerTime::parsed);
    }

    private static Optional<Instant> parsed(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant().plusMillis(HALF_A_SECOND));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
