package dev.switchboard.ui.items.edit;

import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Opens the item editor in a dialog. An item of 400 KB takes its time: it is prepared on another thread, and the dialog appears before its content,
 * so that no part of it holds up the window for long.
 */
record ItemEditorDialog(UiContext context) {
    private static final Messages TEXT = Messages.of(ItemEditorDialog.class);
    private static final double WIDTH = 880;
    private static final double HEIGHT = 540;

    /**
     * Edits an item.
     *
     * @param model creates the state of the editor, not on the JavaFX thread
     * @param creates whether the item is a new one
     * @param stage told of the edit if it is confirmed
     */
    void open(String table, Supplier<ItemEditorViewModel> model, boolean creates, Consumer<ItemEdit> stage) {
        context.jobs().start(
                TEXT.get("editor.open", table), progress -> model.get(), ready -> show(table, ready, creates, stage),
                context.dialogs()::error);
    }

    private void show(String table, ItemEditorViewModel model, boolean creates, Consumer<ItemEdit> stage) {
        String title = TEXT.get(creates ? "editor.title.new" : "editor.title.edit", table);
        LateContent content =
                new LateContent(() -> ViewLoader.fragment(ItemEditorController.class, new ItemEditorController(context, model)));
        if (context.dialogs().form(title, content, TEXT.get("editor.stage"), model.errorProperty().isNotEmpty())) {
            stage.accept(model.edit());
        }
    }

    /** Has the size of its content from the beginning, and creates it once the dialog is visible. */
    private static final class LateContent extends StackPane {
        LateContent(Supplier<Parent> content) {
            setPrefSize(WIDTH, HEIGHT);
            sceneProperty().subscribe(scene -> {
                if (scene != null && getChildren().isEmpty()) {
                    // The theme limits dialogs to a width that is too small for a tree beside a value.
                    if (scene.getRoot() instanceof DialogPane pane) {
                        pane.setStyle("-fx-max-width: 940px;");
                    }
                    afterPulse(scene, () -> fill(content.get()));
                }
            });
        }

        private void fill(Parent content) {
            getChildren().setAll(content);
            applyCss();
            @Nullable Node tree = lookup("#tree");
            if (tree != null) {
                // The dialog has given the focus to a button, because nothing else was there.
                tree.requestFocus();
            }
        }

        /** After the dialog has been laid out and drawn once. */
        private static void afterPulse(Scene scene, Runnable action) {
            Runnable[] once = new Runnable[1];
            once[0] = () -> {
                scene.removePostLayoutPulseListener(once[0]);
                Platform.runLater(action);
            };
            scene.addPostLayoutPulseListener(once[0]);
        }
    }
}
