package dev.switchboard.ui.shell.palette;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
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
import javafx.scene.input.MouseButton;
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

    /**
     * Sets the supplier of screens and actions, which is called each time the palette opens.
     *
     * @param whenOpened told each time the palette opens, for example to load the users
     */
    public void offer(Supplier<List<PaletteEntry>> entries, Consumer<Palette> whenOpened) {
        offers = entries;
        opened = whenOpened;
    }

    /**
     * Sets the users, which are searched by a job.
     *
     * @param slot runs the search; belongs to the session of the users
     */
    public void offer(PaletteIndex users, LatestJobRunner slot) {
        model.offer(users, slot);
        choose(model.chosenProperty().get());
    }

    /** Closes the palette and drops the users, because their session is closed. */
    public void forget() {
        model.forgetIndex();
        close();
    }

    /** Whether the palette is shown. */
    public boolean isOpen() {
        return layer.isVisible();
    }

    /** Opens the palette, or closes it if it is open. */
    public void toggle() {
        if (isOpen()) {
            close();
        } else {
            open();
        }
    }

    /** Opens the palette with an empty query. */
    public void open() {
        before = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        field.clear();
        layer.setVisible(true);
        model.offer(offers.get());
        choose(0);
        field.requestFocus();
        opened.accept(this);
    }

    /** Closes the palette and returns the focus to where it was. */
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
            case ENTER -> runChosen();
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

    private void runChosen() {
        int selected = list.getSelectionModel().getSelectedIndex();
        if (selected >= 0) {
            model.chosenProperty().set(selected);
        }
        model.whenReady(() -> run(model.entry()));
    }

    private void run(@Nullable PaletteEntry entry) {
        if (entry != null) {
            close();
            // After the palette is closed, so that a dialog returns the focus to the previous node.
            Platform.runLater(entry.run());
        }
    }

    private final class EntryCell extends ListCell<PaletteEntry> {
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label hint = new Label();
        private final HBox row = new HBox(12, icon, title, hint);

        EntryCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(title, Priority.ALWAYS);
            title.setMaxWidth(Double.MAX_VALUE);
            hint.getStyleClass().addAll("text-muted", "text-small");
            // On the row and not on the list, so that a click on the scroll bar or below the last row runs nothing.
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    run(getItem());
                }
            });
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
