package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The name of a file, with a button that opens the file chooser. */
final class FileField extends HBox {
    private static final Messages TEXT = Messages.of(FileField.class);

    /** @param choose asks for a file and returns its name; null if that was canceled */
    FileField(String id, StringProperty file, String prompt, Supplier<@Nullable String> choose) {
        setSpacing(8);
        TextField name = new TextField();
        name.setId(id);
        name.setPromptText(prompt);
        name.textProperty().bindBidirectional(file);
        name.setAccessibleText(TEXT.get("file.accessible"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button browse = new Button(TEXT.get("file.browse"));
        browse.setId(id + "-browse");
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(event -> {
            @Nullable String chosen = choose.get();
            if (chosen != null) {
                file.set(chosen);
            }
        });
        getChildren().setAll(name, browse);
    }
}
