package dev.switchboard.cli.invocation;

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
public final class Converters {
    private static final Messages TEXT = Messages.of(Converters.class);

    private Converters() {}

    /** Converts {@code dev} or {@code prd}. */
    public static final class EnvironmentConverter implements ITypeConverter<Environment> {
        @Override
        public Environment convert(String value) {
            try {
                return Environment.of(value);
            } catch (InvalidInputException e) {
                throw invalid(e.sentence() + " " + e.remedy());
            }
        }
    }

    /** Converts the authentication method for PostgreSQL. */
    public static final class LoginConverter implements ITypeConverter<PostgresAuthMethod> {
        @Override
        public PostgresAuthMethod convert(String value) {
            try {
                return PostgresAuthMethod.parse(value);
            } catch (InvalidInputException e) {
                throw invalid(e.sentence() + " " + e.remedy());
            }
        }
    }

    /** Converts an endpoint URL that begins with http:// or https:// and contains a host. */
    public static final class EndpointConverter implements ITypeConverter<URI> {
        @Override
        public URI convert(String value) {
            @Nullable URI uri = EndpointUrlReader.read(value);
            if (uri == null) {
                throw invalid(TEXT.get("endpoint.malformed", Quote.ofAddress(value)));
            }
            return uri;
        }
    }

    /** Converts ISO-8601: an instant, a time with an offset, a time without one (read as UTC), or a date (midnight UTC). */
    public static final class InstantConverter implements ITypeConverter<Instant> {
        private static final List<Function<String, Instant>> READERS = List.of(
                text -> OffsetDateTime.parse(text).toInstant(),
                text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
                text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

        @Override
        public Instant convert(String value) {
            for (Function<String, Instant> reader : READERS) {
                @Nullable Instant read = tryParse(reader, value);
                if (read != null) {
                    return read;
                }
            }
            throw invalid(TEXT.get("instant.malformed", Quote.of(value)));
        }

        private static @Nullable Instant tryParse(Function<String, Instant> reader, String value) {
            try {
                return reader.apply(value);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /** Converts a number within bounds, which the error message states. */
    abstract static class NumberConverter<T extends Number> implements ITypeConverter<T> {
        private final long least;
        private final long most;
        private final Function<Long, T> as;

        NumberConverter(long least, long most, Function<Long, T> as) {
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
                throw invalid(TEXT.get("number.malformed", Quote.of(value), least, most));
            }
            throw invalid(TEXT.get("number.malformed", Quote.of(value), least, most));
        }
    }

    /** Converts a maximum number of entries. */
    public static final class CountConverter extends NumberConverter<Long> {
        public CountConverter() {
            super(1, Long.MAX_VALUE, number -> number);
        }
    }

    /** Converts a number that is not negative. */
    public static final class WholeNumberConverter extends NumberConverter<Long> {
        public WholeNumberConverter() {
            super(0, Long.MAX_VALUE, number -> number);
        }
    }

    /** Converts a page length. */
    public static final class PageLengthConverter extends NumberConverter<Integer> {
        public PageLengthConverter() {
            super(1, 100_000, Long::intValue);
        }
    }

    /** Converts the number of parallel segments of a scan. */
    public static final class SegmentsConverter extends NumberConverter<Integer> {
        public SegmentsConverter() {
            super(1, 64, Long::intValue);
        }
    }

    /** Converts a process ID. */
    public static final class PidConverter extends NumberConverter<Integer> {
        public PidConverter() {
            super(1, Integer.MAX_VALUE, Long::intValue);
        }
    }

    /** Converts a year of four digits, as in sort keys. */
    public static final class YearConverter extends NumberConverter<Integer> {
        public YearConverter() {
            super(1, 9999, Long::intValue);
        }
    }

    /** Converts a number of read capacity units per second, greater than 0. */
    public static final class RateConverter implements ITypeConverter<Double> {
        @Override
        public Double convert(String value) {
            try {
                double rate = Double.parseDouble(value);
                if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
                    return rate;
                }
            } catch (NumberFormatException e) {
                throw invalid(TEXT.get("rate.malformed", Quote.of(value)));
            }
            throw invalid(TEXT.get("rate.malformed", Quote.of(value)));
        }
    }

    private static TypeConversionException invalid(String sentence) {
        return new TypeConversionException(sentence);
    }
}
