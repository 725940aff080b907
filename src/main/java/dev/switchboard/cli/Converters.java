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

/** From words of the command line to values; what does not fit is a wrong command line. */
final class Converters {
    private static final Messages TEXT = Messages.of(Converters.class);

    private Converters() {}

    /** dev or prd. */
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

    /** What proves to PostgreSQL who one is. */
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

    /** An address that begins with http:// or https:// and names a host. */
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

    /** ISO-8601: an instant, a time with an offset, a time without (read as UTC), or a date alone (its beginning in UTC). */
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

    /** A number within bounds; the message says which. */
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

    /** How many rows at most. */
    static final class OfCount extends OfNumber<Long> {
        OfCount() {
            super(1, Long.MAX_VALUE, number -> number);
        }
    }

    /** How many rows one page has. */
    static final class OfPageLength extends OfNumber<Integer> {
        OfPageLength() {
            super(1, 100_000, Long::intValue);
        }
    }

    /** In how many parts a table is scanned at the same time. */
    static final class OfSegments extends OfNumber<Integer> {
        OfSegments() {
            super(1, 64, Long::intValue);
        }
    }

    /** The number of a process. */
    static final class OfPid extends OfNumber<Integer> {
        OfPid() {
            super(1, Integer.MAX_VALUE, Long::intValue);
        }
    }

    /** A year of four digits, as keys hold it. */
    static final class OfYear extends OfNumber<Integer> {
        OfYear() {
            super(1, 9999, Long::intValue);
        }
    }

    /** Read capacity units a second, more than none. */
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
