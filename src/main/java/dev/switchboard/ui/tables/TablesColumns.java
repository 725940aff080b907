package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.TableDetails;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.WindowState;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/** The columns of the list of tables. */
final class TablesColumns {
    private static final Messages TEXT = Messages.of(TablesColumns.class);

    private TablesColumns() {}

    static TableColumns<TableDetails> build(TableView<TableDetails> view, WindowState state) {
        return TableColumns.of(view, "tables", state)
                .mono("name", TEXT.get("column.name"), 176, TableDetails::name)
                .node("status", TEXT.get("column.status"), 84, table -> TableWords.status(table.status()), TablesColumns::status)
                .number("items", TEXT.get("column.items"), 74, TableDetails::approximateItems, table -> Formats.count(table.approximateItems()))
                .number("size", TEXT.get("column.size"), 68, TableDetails::approximateBytes, table -> Formats.bytes(table.approximateBytes()))
                .text("capacity", TEXT.get("column.capacity"), 92, TablesColumns::capacity)
                .node("features", TEXT.get("column.features"), 139, table -> String.join(", ", featureNames(table)), TablesColumns::features);
    }

    private static String capacity(TableDetails table) {
        return table.onDemand() ? TEXT.get("billing.on-demand") : TEXT.get("capacity.short", table.readCapacity(), table.writeCapacity());
    }

    static Label status(TableDetails table) {
        return pill(TableWords.status(table.status()), TableWords.statusStyle(table.status()));
    }

    static Label pill(String text, String style) {
        Label pill = new Label(text);
        pill.getStyleClass().addAll("pill", style);
        pill.setMinWidth(Label.USE_PREF_SIZE);
        return pill;
    }

    private static List<String> featureNames(TableDetails table) {
        List<String> names = new ArrayList<>();
        if (!table.indexes().isEmpty()) {
            names.add(TEXT.get("feature.indexes", table.indexes().size()));
        }
        if (table.stream()) {
            names.add(TEXT.get("feature.stream"));
        }
        if (Boolean.TRUE.equals(table.pointInTimeRecovery())) {
            names.add(TEXT.get("feature.recovery"));
        }
        if (table.deletionProtection()) {
            names.add(TEXT.get("feature.protection"));
        }
        return names;
    }

    private static Node features(TableDetails table) {
        HBox box = new HBox();
        box.getStyleClass().add("pills");
        featureNames(table).forEach(name -> box.getChildren().add(pill(name, "neutral")));
        return box;
    }
}
