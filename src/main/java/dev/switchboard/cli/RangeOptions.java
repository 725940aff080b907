package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that select a time range and a number of entries. */
final class RangeOptions {
    /** The default page length. */
    static final int USUAL_LIMIT = 20;

    private static final Messages TEXT = Messages.of(RangeOptions.class);

    // Sort keys contain a year of four digits, so no entry is earlier.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--year", paramLabel = "Y", converter = Converters.YearConverter.class)
    private @Nullable Integer year;

    @Option(names = "--since", paramLabel = "INSTANT", converter = Converters.InstantConverter.class)
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "INSTANT", converter = Converters.InstantConverter.class)
    private @Nullable Instant until;

    @Option(names = "--limit", paramLabel = "N", converter = Converters.PageLengthConverter.class)
    private @Nullable Integer limit;

    @Option(names = "--all")
    private boolean all;

    /**
     * Returns the time range; a year is in UTC.
     *
     * @throws ParameterException if the options contradict each other
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
        TimeRange.Between between = new TimeRange.Between(from == null ? EARLIEST : from, to == null ? TimeRange.Between.LATEST : to);
        reject(!between.since().isBefore(between.until()), "range.empty");
        return between;
    }

    /** Returns whether to read all entries instead of a page. */
    boolean all() {
        reject(all && limit != null, "range.limit-and-all");
        return all;
    }

    /** Returns the maximum number of entries. */
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
