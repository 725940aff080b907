package dev.switchboard.cli;

import dev.switchboard.aws.EndpointUrlReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.PostgresAuthMethod;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts arguments to values; a value that is not valid is a usage error. */
final class Converters {
    private static final Messages TEXT = Messages.of(Converters.class);

    private Converters() {}

    /** Converts {@code dev} or {@code prd}. */
    static final class OfEnvironment implements ITypeConverter<Environment> {
        @Override
        public Environment convert(String value) {
            try {
                return Environment.of(value);
            } catch (InvalidInputException e) {
                throw wrong(e.sentence() + " " + e.remedy());
            }
        }
    }

    /** Converts the authentication method for PostgreSQL. */
    static final class OfLogin implements ITypeConverter<PostgresAuthMethod> {
        @Override
        public PostgresAuthMethod convert(String value) {
            try {
                return PostgresAuthMethod.parse(value);
            } catch (InvalidInputException e) {
                throw wrong(e.sentence() + " " + e.remedy());
            }
        }
    }

    /** Converts an endpoint URL that begins with http:// or https:// and contains a host. */
    static final class OfEndpoint implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            @Nullable URI uri = EndpointUrlReader.read(value);
            if (uri == null) {
                throw wrong(TEXT.get("endpoint.malformed", Quote.ofAddress(value)));
            }
            return uri;
        }
    }

    /** Converts ISO-8601: an instant, a time with an offset, a time without one (read as UTC), or a date (midnight UTC). */
    static final class OfInstant implements ITypeConverter<Instant> {
        private static final List<Function<String, Instant>> READERS = List.of(
                text -> OffsetDateTime.parse(text).toInstant(),
                text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
                text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

        @Override
        public Instant convert(String value) {
            for (Function<String, Instant> reader : READERS) {
                @Nullable Instant read = tried(reader, value);
                if (read != null) {
                    return read;
                }
            }
            throw wrong(TEXT.get("instant.malformed", Quote.of(value)));
        }

        private static @Nullable Instant tried(Function<String, Instant> reader, String value) {
            try {
                return reader.apply(value);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /** Converts a number within bounds, which the error message states. */
    abstract static class OfNumber<T extends Number> implements ITypeConverter<T> {
        private final long least;
        private final long most;
        private final Function<Long, T> as;

        OfNumber(long least, long most, Function<Long, T> as) {
            this.least = least;
            this.most = most;
            this.as = as;
        }

        @Override
        public T convert(String value) {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return as.apply(number);
                }
            } catch (NumberFormatException e) {
                throw wrong(TEXT.get("number.malformed", Quote.of(value), least, most));
            }
            throw wrong(TEXT.get("number.malformed", Quote.of(value), least, most));
        }
    }

    /** Converts a maximum number of entries. */
    static final class OfCount extends OfNumber<Long> {
        OfCount() {
            super(1, Long.MAX_VALUE, number -> number);
        }
    }

    /** Converts a page length. */
    static final class OfPageLength extends OfNumber<Integer> {
        OfPageLength() {
            super(1, 100_000, Long::intValue);
        }
    }

    /** Converts the number of parallel segments of a scan. */
    static final class OfSegments extends OfNumber<Integer> {
        OfSegments() {
            super(1, 64, Long::intValue);
        }
    }

    /** Converts a process ID. */
    static final class OfPid extends OfNumber<Integer> {
        OfPid() {
            super(1, Integer.MAX_VALUE, Long::intValue);
        }
    }

    /** Converts a year of four digits, as in sort keys. */
    static final class OfYear extends OfNumber<Integer> {
        OfYear() {
            super(1, 9999, Long::intValue);
        }
    }

    /** Converts a number of read capacity units per second, greater than 0. */
    static final class OfRate implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            try {
                double rate = Double.parseDouble(value);
                if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
                    return rate;
                }
            } catch (NumberFormatException e) {
                throw wrong(TEXT.get("rate.malformed", Quote.of(value)));
            }
            throw wrong(TEXT.get("rate.malformed", Quote.of(value)));
        }
    }

    private static TypeConversionException wrong(String sentence) {
        return new TypeConversionException(sentence);
    }
}
