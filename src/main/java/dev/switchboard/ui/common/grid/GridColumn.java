package dev.switchboard.ui.common.grid;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a column shows of a row, how it is sorted, and what is copied. Immutable.
 *
 * @param id stable ID under which the layout of the column is stored
 * @param title the heading, also in copies
 * @param kind decides on font, alignment, and width
 * @param width the width until there are rows to measure
 * @param text the text of the cell; null for a missing value
 * @param whole the whole value for copies and the row inspector, where the cell shows only the beginning
 * @param order orders rows; false for the descending order, in which missing values may still be last
 * @param node what the cell shows instead of the text; null for the text
 * @param <R> the type of a row
 */
public record GridColumn<R>(
        String id,
        String title,
        Kind kind,
        double width,
        Function<R, @Nullable String> text,
        Function<R, @Nullable String> whole,
        Function<Boolean, Comparator<R>> order,
        @Nullable Function<R, @Nullable Node> node) {

    /** The kinds of columns. Times and numbers are never narrower than their longest value. */
    public enum Kind {
        TEXT("text-column"),
        MONO("mono-column"),
        NUMBER("number-column"),
        TIME("time-column"),
        NODE("node-column");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** The style class of heading and cells. */
        public String style() {
            return style;
        }

        boolean isFixed() {
            return this == NUMBER || this == TIME;
        }
    }

    /** A column of a kind, ordered by a comparator and its reverse. */
    public static <R> GridColumn<R> of(
            String id, String title, Kind kind, double width, Function<R, @Nullable String> text, Comparator<R> order) {
        return new GridColumn<>(id, title, kind, width, text, text, ascending -> ascending ? order : order.reversed(), null);
    }

    /** A column of texts, ordered by the text ignoring case. */
    public static <R> GridColumn<R> text(String id, String title, double width, Function<R, String> text) {
        return of(id, title, Kind.TEXT, width, nullable(text), Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
    }

    /** A column of numbers, ordered by their value. */
    public static <R> GridColumn<R> number(
            String id, String title, double width, ToDoubleFunction<R> value, Function<R, String> text) {
        return of(id, title, Kind.NUMBER, width, nullable(text), Comparator.comparingDouble(value));
    }

    /** A function that never returns null, where one is taken that may. */
    public static <R> Function<R, @Nullable String> nullable(Function<R, String> text) {
        return row -> text.apply(row);
    }

    /** The same column with another kind. */
    public GridColumn<R> as(Kind other) {
        return new GridColumn<>(id, title, other, width, text, whole, order, node);
    }

    /** The same column with whole values for copies and the row inspector. */
    public GridColumn<R> withWhole(Function<R, @Nullable String> value) {
        return new GridColumn<>(id, title, kind, width, text, value, order, node);
    }

    /** The same column whose cells show nodes. */
    public GridColumn<R> withNode(Function<R, @Nullable Node> shown) {
        return new GridColumn<>(id, title, Kind.NODE, width, text, whole, order, shown);
    }
}
