package dev.switchboard.ui.items.edit;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Pagination;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Edits a very long text part by part, because a text area needs seconds for a line of 400 KB. */
final class LongTextEditor extends VBox {
    private static final Messages TEXT = Messages.of(LongTextEditor.class);
    private static final int PART = 10_000;
    private final EditNode node;
    private final TextArea area = new TextArea();
    private final Label about = new Label();
    private final Pagination pages = new Pagination();
    private String before = "";
    private String after = "";
    private boolean showing;

    LongTextEditor(UiContext context, EditNode node) {
        this.node = node;
        getStyleClass().add("value-content");
        area.setId("value-text");
        area.setWrapText(true);
        area.setAccessibleText(TEXT.get("editor.value"));
        area.textProperty().addListener((observable, old, now) -> {
            if (!showing) {
                node.textProperty().set(before + now + after);
                tell();
            }
        });
        BinaryFiles files = new BinaryFiles(context);
        Button load = new Button(TEXT.get("binary.load"));
        load.setOnAction(event -> files.loadText(text -> {
            node.textProperty().set(text);
            paginate();
            show(0);
        }));
        Button save = new Button(TEXT.get("binary.save"));
        save.setOnAction(event -> files.saveText(node.label(), node.textProperty().get()));
        for (Button button : new Button[] {load, save}) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        about.getStyleClass().add("field-hint");
        HBox bar = new HBox(gap, load, save);
        bar.getStyleClass().add("value-head");
        pages.setId("value-parts");
        pages.setMaxPageIndicatorCount(7);
        pages.setPageFactory(page -> new Region());
        pages.currentPageIndexProperty().addListener((observable, old, now) -> show(now.intValue()));
        pages.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().setAll(bar, area, about, pages);
        paginate();
        show(0);
    }

    private void paginate() {
        pages.setPageCount(Math.max(1, (node.textProperty().get().length() + PART - 1) / PART));
        pages.setCurrentPageIndex(0);
    }

    private void show(int page) {
        String text = node.textProperty().get();
        int from = boundary(text, page * PART);
        int to = page == pages.getPageCount() - 1 ? text.length() : boundary(text, (page + 1) * PART);
        before = text.substring(0, from);
        after = text.substring(to);
        showing = true;
        area.setText(text.substring(from, to));
        showing = false;
        tell();
    }

    /** The position, or the next one where it is within a character of two. */
    private static int boundary(String text, int at) {
        int within = Math.clamp(at, 0, text.length());
        return within < text.length() && within > 0 && Character.isLowSurrogate(text.charAt(within)) ? within + 1 : within;
    }

    private void tell() {
        about.setText(TEXT.get("long.about", node.textProperty().get().length(), pages.getCurrentPageIndex() + 1, pages.getPageCount()));
    }
}
