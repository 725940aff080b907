package dev.switchboard.ui.tables;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.Tooltips;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** The fields of a secondary index. */
final class IndexRow extends HBox {
    private static final Messages TEXT = Messages.of(IndexRow.class);

    IndexRow(IndexFormViewModel form, Runnable remove) {
        this(form, true);
        Button away = Tooltips.name(new Button(null, new FontIcon("fth-trash-2")), TEXT.get("create.index.remove"));
        away.getStyleClass().addAll("button-icon", "flat");
        away.setOnAction(event -> remove.run());
        getChildren().add(away);
    }

    /** A row that stays. */
    static IndexRow ofGlobal(IndexFormViewModel form) {
        return new IndexRow(form, false);
    }

    private IndexRow(IndexFormViewModel form, boolean anyKind) {
        getStyleClass().add("toolbar-row");
        ObservableValue<Boolean> global = form.kindProperty().map(kind -> kind.equals(IndexFormViewModel.GLOBAL));
        TextField partition = field("create.index.partition", form.partitionProperty());
        ComboBox<String> partitionType = type(form.partitionTypeProperty(), "create.index.partition-type");
        NodeVisibility.when(partition, global);
        NodeVisibility.when(partitionType, global);
        TextField included = field("create.index.included", form.includedProperty());
        NodeVisibility.when(included, form.projectionProperty().isEqualTo("INCLUDE"));
        HBox keys = line(field("create.index.name", form.nameProperty()), partition, partitionType,
                field("create.index.sort", form.sortProperty()), type(form.sortTypeProperty(), "create.index.sort-type"));
        HBox rest = line(choice(form.projectionProperty(), "create.index.projection",
                code -> TEXT.get("create.index.projection." + code.toLowerCase(Locale.ROOT).replace('_', '-')), "ALL", "KEYS_ONLY",
                "INCLUDE"), included);
        if (anyKind) {
            rest.getChildren()
                    .addFirst(choice(form.kindProperty(), "create.index.kind",
                            code -> TEXT.get("create.index.kind." + code), IndexFormViewModel.GLOBAL, IndexFormViewModel.LOCAL));
        }
        VBox lines = new VBox(4, keys, rest);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().add(lines);
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add("toolbar-row");
        return line;
    }

    private static ChoiceBox<String> choice(StringProperty value, String key, Function<String, String> label, String... codes) {
        ChoiceBox<String> box = new ChoiceBox<>();
        box.getItems().setAll(codes);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return code == null ? "" : label.apply(code);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("nothing is entered as text");
            }
        });
        box.setAccessibleText(TEXT.get(key));
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    private static TextField field(String key, StringProperty value) {
        TextField field = new TextField();
        field.setPromptText(TEXT.get(key));
        field.setAccessibleText(TEXT.get(key));
        field.setPrefColumnCount(9);
        field.textProperty().bindBidirectional(value);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static ComboBox<String> type(StringProperty value, String key) {
        ComboBox<String> box = new ComboBox<>();
        box.setAccessibleText(TEXT.get(key));
        box.getStyleClass().add("key-type");
        KeyTypeChooser.bind(box, value);
        return box;
    }
}
