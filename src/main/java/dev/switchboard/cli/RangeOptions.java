package dev.switchboard.cli;

import dev.switchboard.conversations.TimeRange;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which rows are wanted: of when, and how many. */
final class RangeOptions {
    /** The length of a page where none is asked for. */
    static final int USUAL_LIMIT = 20;

    private static final Messages TEXT = Messages.of(RangeOptions.class);

    // A key of a row holds four digits of a year, so nothing lies outside.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--year", paramLabel = "Y", converter = Converters.OfYear.class)
    private @Nullable Integer year;

    @Option(names = "--since", paramLabel = "INSTANT", converter = Converters.OfInstant.class)
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "INSTANT", converter = Converters.OfInstant.class)
    private @Nullable Instant until;

    @Option(names = "--limit", paramLabel = "N", converter = Converters.OfPageLength.class)
    private @Nullable Integer limit;

    @Option(names = "--all")
    private boolean all;

    /**
     * The time asked for; a year is one of UTC.
     *
     * @throws ParameterException where the options contradict each other
     */
    TimeRange range() {
        Instant from = since;
        Instant to = until;
        Integer wholeYear = year;
        if (wholeYear != null) {
            reject(from != null || to != null, "range.year-and-instants");
            return new TimeRange.Year(wholeYear, ZoneOffset.UTC);
        }
        if (from == null && to == null) {
            return new TimeRange.All();
        }
        TimeRange.Between between = new TimeRange.Between(from == null ? EARLIEST : from, to == null ? LATEST : to);
        reject(!between.since().isBefore(between.until()), "range.empty");
        return between;
    }

    /** Whether everything is wanted, and not a page of it. */
    boolean all() {
        reject(all && limit != null, "range.limit-and-all");
        return all;
    }

    /** The most rows that are wanted. */
    int limit() {
        return limit == null ? USUAL_LIMIT : limit;
    }

    private void reject(boolean wrong, String key) {
        CommandSpec spec = command;
        if (wrong && spec != null) {
            throw new ParameterException(spec.commandLine(), TEXT.get(key));
        }
    }
}
