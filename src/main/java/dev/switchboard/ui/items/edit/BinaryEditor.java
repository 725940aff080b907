package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows a binary value as size, hexadecimal digits and Base64, and loads and saves it as a file. */
final class BinaryEditor extends VBox {
    private static final Messages TEXT = Messages.of(BinaryEditor.class);
    private static final int MOST_SHOWN = 16_384;
    private final EditNode node;
    private final TextArea area = new TextArea();
    private final Label size = new Label();
    private final Label error = new Label();
    private final ToggleButton hex = new ToggleButton(TEXT.get("binary.hex"));
    private boolean showing;

    BinaryEditor(UiContext context, EditNode node) {
        this.node = node;
        getStyleClass().add("value-content");
        ToggleButton base64 = new ToggleButton(TEXT.get("binary.base64"));
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(hex, base64);
        hex.setId("binary-hex");
        base64.setId("binary-base64");
        hex.setSelected(true);
        group.selectedToggleProperty().addListener((observable, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                show();
            }
        });
        BinaryFiles files = new BinaryFiles(context);
        Button load = new Button(TEXT.get("binary.load"));
        load.setOnAction(event -> files.load(bytes -> {
            node.bytesProperty().set(bytes);
            show();
        }));
        Button save = new Button(TEXT.get("binary.save"));
        save.setOnAction(event -> files.save(node.label(), node.bytesProperty().get()));
        for (Region button : new Region[] {hex, base64, load, save}) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(new HBox(hex, base64), gap, load, save);
        bar.getStyleClass().add("value-head");
        area.setId("value-binary");
        area.setWrapText(true);
        area.getStyleClass().add("mono");
        area.setAccessibleText(TEXT.get("editor.value"));
        area.textProperty().addListener((observable, old, now) -> typed(now));
        size.getStyleClass().add("field-hint");
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.managedProperty().bind(error.textProperty().isNotEmpty());
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().setAll(bar, area, error, size);
        show();
    }

    private void show() {
        ByteString bytes = node.bytesProperty().get();
        showing = true;
        boolean whole = bytes.size() <= MOST_SHOWN;
        area.setEditable(whole);
        area.setText(whole ? text(bytes) : "");
        area.setPromptText(whole ? "" : TEXT.get("binary.large"));
        showing = false;
        error.setText("");
        size.setText(TEXT.get("binary.size", Formats.bytes(bytes.size())));
    }

    private String text(ByteString bytes) {
        return hex.isSelected() ? bytes.hex().replaceAll("(..)(?=.)", "$1 ") : bytes.base64();
    }

    private void typed(String text) {
        if (showing) {
            return;
        }
        String digits = text.replaceAll("\\s", "");
        try {
            ByteString bytes = hex.isSelected() ? ByteString.ofHex(digits.toLowerCase(Locale.ROOT)) : ByteString.ofBase64(digits);
            node.bytesProperty().set(bytes);
            error.setText("");
            size.setText(TEXT.get("binary.size", Formats.bytes(bytes.size())));
        } catch (IllegalArgumentException e) {
            error.setText(TEXT.get(hex.isSelected() ? "binary.bad-hex" : "binary.bad-base64"));
        }
    }
}
