package dev.switchboard.ui.common.grid;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Measures how wide the headings and the first values of columns are. */
final class ColumnMeasure {
    private static final int MOST_ROWS = 40;
    private static final int MOST_CHARACTERS = 80;
    private static final double PADDING = 18;
    private static final double SORT_ARROW = 18;
    private static final double LEAST = 44;
    private static final double MOST_HEADING = 170;
    private static final double MOST_FIXED = 260;
    private static final double MOST = 380;
    private static final double HEADING_SIZE = 12;
    private static final double TEXT_SIZE = 13;
    private final Text ruler = new Text();
    private final double scale;

    /** @param table the text of its headings tells how much larger than usual texts are */
    ColumnMeasure(TableView<?> table) {
        Node label = table.lookup(".column-header .label");
        scale = label instanceof Label heading && heading.getFont().getSize() > 0 ? heading.getFont().getSize() / HEADING_SIZE : 1;
    }

    /**
     * The widths of a column.
     *
     * @param wanted shows the heading and the first values
     * @param least below which it is not shrunk
     */
    record Widths(double wanted, double least) {}

    /** The widths without any rows. */
    <R> Widths heading(GridColumn<R> column, String heading) {
        double title = title(heading);
        double least = column.kind().isFixed() ? Math.max(title, Math.min(column.width(), MOST_FIXED)) : title;
        return new Widths(Math.max(column.width(), least), Math.min(least, Math.max(title, column.width())));
    }

    /** The widths with the first of these rows. */
    <R> Widths of(GridColumn<R> column, String heading, List<R> rows) {
        double title = title(heading);
        if (column.kind() == GridColumn.Kind.NODE) {
            double width = Math.max(title, column.width());
            return new Widths(width, Math.min(width, Math.max(title, LEAST)));
        }
        ruler.setFont(column.kind() == GridColumn.Kind.MONO
                ? Font.font("JetBrains Mono", (TEXT_SIZE - 1) * scale)
                : Font.font("Inter", TEXT_SIZE * scale));
        double content = 0;
        for (int i = 0; i < Math.min(MOST_ROWS, rows.size()); i++) {
            content = Math.max(content, width(column.text().apply(rows.get(i))) + PADDING * scale);
        }
        if (column.kind().isFixed()) {
            double width = Math.clamp(content, title, Math.max(title, MOST_FIXED * scale));
            return new Widths(width, width);
        }
        return new Widths(Math.clamp(content, title, Math.max(title, MOST * scale)), title);
    }

    private double title(String heading) {
        ruler.setFont(Font.font("Inter SemiBold", HEADING_SIZE * scale));
        return Math.clamp(width(heading) + PADDING * scale + SORT_ARROW, LEAST, MOST_HEADING * scale);
    }

    private double width(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        ruler.setText(text.substring(0, Math.min(MOST_CHARACTERS, end)));
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }
}
