package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The columns of the list of tables. */
final class TableListColumns {
    private static final Messages TEXT = Messages.of(TableListColumns.class);

    private TableListColumns() {}

    static TableColumns<TableDetails> build(TableView<TableDetails> view, WindowState state) {
        return TableColumns.<TableDetails>of(view, "tables", state)
                .hints((column, table) -> switch (column) {
                    case "name" -> table.name();
                    case "capacity" -> TableDetailsFormatter.capacity(table);
                    default -> "";
                })
                .mono("name", TEXT.get("column.name"), 190, TableDetails::name)
                .node("status", TEXT.get("column.status"), 76, table -> TableDetailsFormatter.status(table.status()),
                        TableListColumns::status)
                .number("items", TEXT.get("column.items"), 82, TableDetails::approximateItems,
                        table -> Formats.count(table.approximateItems()))
                .number("size", TEXT.get("column.size"), 78, TableDetails::approximateBytes,
                        table -> Formats.bytes(table.approximateBytes()))
                .text("capacity", TEXT.get("column.capacity"), 114, TableListColumns::capacity)
                .node("features", TEXT.get("column.features"), 92, TableListColumns::featureNames, TableListColumns::features);
    }

    private static String capacity(TableDetails table) {
        return table.onDemand() ? TEXT.get("billing.on-demand") : TEXT.get("capacity.short", table.readCapacity(), table.writeCapacity());
    }

    static Label status(TableDetails table) {
        return pill(TableDetailsFormatter.status(table.status()), TableDetailsFormatter.statusStyle(table.status()));
    }

    static Label pill(String text, String style) {
        Label pill = new Label(text);
        pill.getStyleClass().addAll("pill", style);
        pill.setMinWidth(Label.USE_PREF_SIZE);
        return pill;
    }

    /** The features as text, for copying. */
    private static String featureNames(TableDetails table) {
        List<String> names = new ArrayList<>();
        if (!table.indexes().isEmpty()) {
            names.add(indexes(table));
        }
        marks(table).forEach((name, icon) -> names.add(name));
        return String.join(", ", names);
    }

    private static String indexes(TableDetails table) {
        return TEXT.get("feature.indexes", table.indexes().size());
    }

    /** Names and icons of the features of a table; icons are used because names do not fit into the column. */
    private static Map<String, String> marks(TableDetails table) {
        Map<String, String> marks = new LinkedHashMap<>();
        if (table.stream()) {
            marks.put(TEXT.get("feature.stream"), "fth-radio");
        }
        if (Boolean.TRUE.equals(table.pointInTimeRecovery())) {
            marks.put(TEXT.get("feature.recovery"), "fth-clock");
        }
        if (table.deletionProtection()) {
            marks.put(TEXT.get("feature.protection"), "fth-shield");
        }
        return marks;
    }

    private static Node features(TableDetails table) {
        HBox box = new HBox();
        box.getStyleClass().add("pills");
        if (!table.indexes().isEmpty()) {
            box.getChildren().add(pill(indexes(table), "neutral"));
        }
        marks(table).forEach((name, icon) -> box.getChildren().add(mark(name, icon)));
        return box;
    }

    private static Label mark(String name, String icon) {
        Label mark = new Label(null, new FontIcon(icon));
        mark.getStyleClass().add("feature-mark");
        mark.setMinWidth(Label.USE_PREF_SIZE);
        mark.setTooltip(new Tooltip(name));
        mark.setAccessibleText(name);
        return mark;
    }
}
