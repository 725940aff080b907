package dev.switchboard.ui.help;

import dev.switchboard.manual.ManualBlock;
import dev.switchboard.manual.ManualPage;
import dev.switchboard.manual.ManualSpan;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.Tooltips;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A page of the manual as nodes, which wrap to any width. */
final class HelpPageView {
    private static final Messages TEXT = Messages.of(HelpPageView.class);
    /** A column gets room for so many characters of its longest cell at most, and at least. */
    private static final int WIDEST = 60;
    private static final int NARROWEST = 10;
    private final HelpSpans spans;
    private final VBox root = new VBox();
    private final Map<String, Node> anchors = new HashMap<>();

    /**
     * @param follow called with the link that was clicked
     * @param words are marked; in lower case
     */
    HelpPageView(ManualPage page, List<String> words, Consumer<String> follow) {
        spans = new HelpSpans(words, follow);
        root.getStyleClass().add("help-content");
        page.blocks().forEach(block -> root.getChildren().add(block(block)));
    }

    Node node() {
        return root;
    }

    /** Returns the scroll position, from 0 to 1, that shows a heading at the top; the beginning of the page for an unknown one. */
    double position(String anchor, double viewportHeight) {
        @Nullable Node heading = anchors.get(anchor);
        double room = root.getLayoutBounds().getHeight() - viewportHeight;
        if (heading == null || room <= 0) {
            return 0;
        }
        Bounds bounds = heading.getBoundsInParent();
        return Math.clamp(bounds.getMinY() / room, 0, 1);
    }

    private Node block(ManualBlock block) {
        return switch (block) {
            case ManualBlock.Heading heading -> heading(heading);
            case ManualBlock.Paragraph paragraph -> spans.flow(paragraph.spans());
            case ManualBlock.Items items -> items(items);
            case ManualBlock.Code code -> code(code.text());
            case ManualBlock.Table table -> table(table);
        };
    }

    private Node heading(ManualBlock.Heading heading) {
        TextFlow flow = spans.flow(heading.spans());
        flow.getStyleClass().add("help-heading-" + heading.level());
        if (heading.level() > 1) {
            anchors.put(heading.anchor(), flow);
        }
        return flow;
    }

    private Node items(ManualBlock.Items list) {
        VBox box = new VBox();
        box.getStyleClass().add("help-items");
        int number = 1;
        for (List<ManualBlock> item : list.items()) {
            Label mark = new Label(list.numbered() ? number++ + "." : "•");
            mark.getStyleClass().add("help-bullet");
            VBox blocks = new VBox();
            blocks.getStyleClass().add("help-item");
            item.forEach(block -> blocks.getChildren().add(block(block)));
            HBox.setHgrow(blocks, Priority.ALWAYS);
            box.getChildren().add(new HBox(mark, blocks));
        }
        return box;
    }

    private Node code(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("mono");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(0);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button copy = Tooltips.name(new Button("", new FontIcon("fth-copy")), TEXT.get("copy", text.lines().findFirst().orElse("")));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        copy.setOnAction(event -> Clipboards.copy(text));
        HBox box = new HBox(label, copy);
        box.getStyleClass().add("help-code-block");
        return box;
    }

    private Node table(ManualBlock.Table table) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-table");
        int[] widths = widths(table);
        double sum = IntStream.of(widths).sum();
        for (int width : widths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 * width / sum);
            grid.getColumnConstraints().add(column);
        }
        row(grid, 0, table.header(), "help-table-header");
        for (int i = 0; i < table.rows().size(); i++) {
            row(grid, i + 1, table.rows().get(i), "help-table-cell");
        }
        return grid;
    }

    private static int[] widths(ManualBlock.Table table) {
        return IntStream.range(0, table.header().size())
                .map(column -> table.rows().stream().mapToInt(row -> ManualSpan.text(row.get(column)).length()).max().orElse(0))
                .map(longest -> Math.clamp(longest, NARROWEST, WIDEST))
                .toArray();
    }

    private void row(GridPane grid, int row, List<List<ManualSpan>> cells, String style) {
        for (int column = 0; column < cells.size(); column++) {
            TextFlow cell = spans.flow(cells.get(column));
            VBox box = new VBox(cell);
            box.getStyleClass().add(style);
            GridPane.setValignment(box, VPos.TOP);
            grid.add(box, column, row);
        }
    }
}
