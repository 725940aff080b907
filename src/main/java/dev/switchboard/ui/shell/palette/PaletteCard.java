package dev.switchboard.ui.shell.palette;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
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

/** The field and the list of the palette, built when it opens for the first time. */
final class PaletteCard extends VBox {
    private static final Messages TEXT = Messages.of(PaletteCard.class);
    private static final int ROWS = 9;
    private static final double ROW = 36;
    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list;
    private final Consumer<PaletteEntry> run;

    /** @param run runs an entry that was chosen */
    PaletteCard(RecentEntries recent, Consumer<PaletteEntry> run) {
        super(8);
        this.run = run;
        model = new PaletteViewModel(recent);
        list = new ListView<>(model.matches());
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
        // New matches take the selection away, and the number of the chosen one may be the same.
        model.matches().addListener((ListChangeListener<PaletteEntry>) change -> choose(model.chosenProperty().get()));
        getChildren().addAll(List.of(field, list));
        getStyleClass().add("palette");
        setMaxSize(560, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
    }

    /** Shows these screens and actions for an empty query. */
    void begin(List<PaletteEntry> entries) {
        field.clear();
        model.offer(entries);
        choose(0);
    }

    /** The field that gets the focus. */
    TextField field() {
        return field;
    }

    void offer(PaletteIndex users, LatestJobRunner slot) {
        model.offer(users, slot);
        choose(model.chosenProperty().get());
    }

    void forgetUsers() {
        model.forgetIndex();
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
            run.accept(entry);
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
            hint.setMinWidth(Region.USE_PREF_SIZE);
            // As wide as the list, so that a long title is shortened instead of scrolled.
            setPrefWidth(0);
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
