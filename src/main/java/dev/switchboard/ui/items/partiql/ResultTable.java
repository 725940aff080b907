package dev.switchboard.ui.items.partiql;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.common.grid.GridColumn;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Shows the items of a statement in columns that are added as attributes occur. */
final class ResultTable {
    private static final Messages TEXT = Messages.of(ResultTable.class);
    private static final double WIDTH = 180;
    private static final int LONGEST = 240;
    private final WindowState state;
    private final StackPane root = new StackPane();
    private final ListChangeListener<String> added = this::columnsChanged;
    private @Nullable StatementRow shown;
    private @Nullable TableColumns<Item> columns;

    ResultTable(WindowState state) {
        this.state = state;
    }

    /** The parent of the table view. */
    StackPane root() {
        return root;
    }

    /** Shows another statement; null for none. */
    void show(@Nullable StatementRow row) {
        if (shown != null) {
            shown.columns().removeListener(added);
        }
        shown = row;
        columns = null;
        root.getChildren().clear();
        if (row != null) {
            row.columns().addListener(added);
            add(row, row.columns());
        }
    }

    private void columnsChanged(ListChangeListener.Change<? extends String> change) {
        while (change.next()) {
            if (change.wasAdded() && shown != null) {
                add(shown, change.getAddedSubList());
            }
        }
    }

    private void add(StatementRow row, List<? extends String> names) {
        if (names.isEmpty()) {
            return;
        }
        TableColumns<Item> all = columns == null ? begin(row) : columns;
        for (String name : List.copyOf(names)) {
            all.add(GridColumn.<Item>of(name, name, GridColumn.Kind.TEXT, WIDTH, item -> cell(item, name), order(name))
                    .withWhole(item -> item.type(name).isEmpty() ? null : item.display(name)));
        }
    }

    private TableColumns<Item> begin(StatementRow row) {
        TableView<Item> view = new TableView<>();
        view.setId("partiql-table");
        view.setAccessibleText(TEXT.get("partiql.table"));
        TableColumns<Item> made = TableColumns.of(view, "items.partiql", state).json(Item::toJson)
                .enterShowsRow()
                .copiesHeadings()
                .scrolls();
        made.show(row.items());
        root.getChildren().setAll(view);
        columns = made;
        return made;
    }

    /** An attribute on one line, shortened for a cell. */
    private static String cell(Item item, String attribute) {
        String whole = item.display(attribute);
        String line = whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
        return line.indexOf('\n') < 0 ? line : line.replace("\r", "").replace('\n', ' ');
    }

    /** Numbers by value before all others as text. */
    private static Comparator<Item> order(String attribute) {
        Comparator<Item> numbersFirst = Comparator.comparing(item -> !item.type(attribute).equals("N"));
        return numbersFirst.thenComparing((one, other) -> one.type(attribute).equals("N")
                ? new BigDecimal(one.display(attribute)).compareTo(new BigDecimal(other.display(attribute)))
                : one.display(attribute).compareTo(other.display(attribute)));
    }
}
