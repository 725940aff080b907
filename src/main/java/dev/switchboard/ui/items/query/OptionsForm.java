package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The fields of a query beside its conditions. */
final class OptionsForm {
    private static final Messages TEXT = Messages.of(OptionsForm.class);
    private final StringProperty attributes = new SimpleStringProperty("");
    private final StringProperty limit = new SimpleStringProperty("1000");
    private final StringProperty segments = new SimpleStringProperty("1");
    private final StringProperty rate = new SimpleStringProperty("");
    private final BooleanProperty descending = new SimpleBooleanProperty();
    private final BooleanProperty strong = new SimpleBooleanProperty();

    /** The attributes to return, with commas; empty for all. */
    StringProperty attributesProperty() {
        return attributes;
    }

    /** Maximum number of items; empty for all. */
    StringProperty limitProperty() {
        return limit;
    }

    /** Number of segments scanned in parallel. */
    StringProperty segmentsProperty() {
        return segments;
    }

    /** Maximum read capacity units per second; empty for the default of the environment. */
    StringProperty rateProperty() {
        return rate;
    }

    /** Whether a query begins at the end of the partition. */
    BooleanProperty descendingProperty() {
        return descending;
    }

    /** Whether reads are strongly consistent. */
    BooleanProperty strongProperty() {
        return strong;
    }

    Stream<Observable> fields() {
        return Stream.of(attributes, limit, segments, rate, descending, strong);
    }

    /**
     * Returns a plan with these options. Those that a query or a scan does not have are left out.
     *
     * @throws InvalidInputException if a field is not valid
     */
    ReadPlan apply(ReadPlan plan) {
        int parallel = parallel();
        ReadPlan applied = plan.limited(most()).projected(projection()).rated(perSecond()).strong(strong.get());
        return plan.isQuery() ? applied.descending(descending.get()) : applied.segmented(parallel);
    }

    /** The maximum number of items; 0 for all. */
    long most() {
        return limit.get().isBlank() ? 0 : whole(limit.get(), 1_000_000_000, "form.limit.bad");
    }

    /** The number of segments. */
    int parallel() {
        return (int) whole(segments.get(), ScanOptions.MOST_SEGMENTS, "form.segments.bad");
    }

    /** The maximum read capacity units per second. */
    double perSecond() {
        return rate.get().isBlank() ? ScanOptions.USUAL_RATE : positive(rate.get());
    }

    /** The attributes to return; none for all. */
    List<AttributePath> projection() {
        return attributes.get().isBlank() ? List.of() : ExpressionParser.parsePaths(attributes.get(), Map.of());
    }

    /** Shows the options of a plan. */
    void load(ReadPlan plan) {
        attributes.set(plan.projection().stream().map(AttributePath::toString).collect(Collectors.joining(", ")));
        limit.set(plan.limit() == 0 ? "" : String.valueOf(plan.limit()));
        segments.set(String.valueOf(plan.segments()));
        rate.set(plan.rate() < 0 ? "" : BigDecimal.valueOf(plan.rate()).stripTrailingZeros().toPlainString());
        descending.set(plan.descending());
        strong.set(plan.strong());
    }

    private static long whole(String text, long most, String key) {
        try {
            long value = Long.parseLong(plain(text));
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(TEXT.get(key, most), e);
        }
        throw bad(TEXT.get(key, most), null);
    }

    private static double positive(String text) {
        try {
            double value = Double.parseDouble(plain(text));
            if (value >= 0 && value < 1_000_000) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(TEXT.get("form.rate.bad"), e);
        }
        throw bad(TEXT.get("form.rate.bad"), null);
    }

    private static InvalidInputException bad(String text, @Nullable Exception cause) {
        return new InvalidInputException("option", text, null, cause);
    }

    /** The text without thousands separators. */
    private static String plain(String text) {
        return text.strip().replace(",", "").replace("_", "");
    }
}
