package dev.switchboard.ui.shell.palette;

import dev.switchboard.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The command palette. */
public final class Palette {
    private static final Messages TEXT = Messages.of(Palette.class);
    private static final int ROWS = 9;
    private static final double ROW = 36;
    private final StackPane layer;
    private final PaletteViewModel model = new PaletteViewModel();
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>(model.matches());
    private Supplier<List<PaletteEntry>> offers = List::of;
    private Consumer<Palette> opened = palette -> {};
    private @Nullable Node before;

    /** @param layer covers the window while the palette is open */
    public Palette(StackPane layer) {
        this.layer = layer;
        field.setId("palette-field");
        field.setPromptText(TEXT.get("palette.prompt"));
        field.setAccessibleText(TEXT.get("palette.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(ignored -> new EntryCell());
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROWS * ROW + 2);
        list.setPlaceholder(new Label(TEXT.get("palette.none")));
        list.setOnMouseClicked(event -> run());
        list.getStyleClass().add("plain");
        model.chosenProperty().addListener((observable, old, now) -> choose(now.intValue()));
        VBox card = new VBox(8, field, list);
        card.getStyleClass().add("palette");
        card.setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        layer.getChildren().setAll(List.of(card));
        layer.setVisible(false);
        layer.setOnMousePressed(event -> {
            if (layer.equals(event.getTarget())) {
                close();
            }
        });
    }

    /** Sets the supplier of entries, which is called each time the palette opens. */
    public void offer(Supplier<List<PaletteEntry>> entries, Consumer<Palette> whenOpened) {
        offers = entries;
        opened = whenOpened;
    }

    /** Updates the entries while the palette is open, for example after the users are loaded. */
    public void refresh() {
        if (isOpen()) {
            model.offer(offers.get());
            choose(model.chosenProperty().get());
        }
    }

    public boolean isOpen() {
        return layer.isVisible();
    }

    public void toggle() {
        if (isOpen()) {
            close();
        } else {
            open();
        }
    }

    public void open() {
        before = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        field.clear();
        layer.setVisible(true);
        model.offer(offers.get());
        choose(0);
        field.requestFocus();
        opened.accept(this);
    }

    public void close() {
        layer.setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - ROWS / 2));
    }

    private void run() {
        int clicked = list.getSelectionModel().getSelectedIndex();
        if (clicked >= 0) {
            model.chosenProperty().set(clicked);
        }
        PaletteEntry entry = model.entry();
        if (entry != null) {
            close();
            // After the palette is closed, so that a dialog returns the focus to the previous node.
            Platform.runLater(entry.run());
        }
    }

    private static final class EntryCell extends ListCell<PaletteEntry> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label hint = new Label();
        private final HBox row = new HBox(12, icon, title, hint);

        EntryCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            hint.getStyleClass().addAll("text-muted", "text-small");
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(entry.icon());
            title.setText(entry.title());
            hint.setText(entry.hint());
            setGraphic(row);
        }
    }
}
