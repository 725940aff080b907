package dev.switchboard.ui.items.results;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.items.edit.ItemEditing;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Binds the items that a query returned, the chosen item as JSON, and the status line. */
public final class ResultsController {
    private static final Messages TEXT = Messages.of(ResultsController.class);
    private final UiContext context;
    private final ResultsViewModel model;
    private final ItemEditing editing;
    private final Timeline clock;
    @FXML private HBox failureNote;
    @FXML private Label failureText;
    @FXML private SplitPane split;
    @FXML private StateOverlay overlay;
    @FXML private StackPane holder;
    @FXML private VBox itemPane;
    @FXML private Label itemTitle;
    @FXML private Button editItem;
    @FXML private TextArea json;
    @FXML private Label numbers;
    @FXML private Label meaning;
    @FXML private Label filtered;
    @FXML private Button readOn;
    @FXML private MenuButton entities;
    private @Nullable ItemTable table;
    private List<Item> shownItems = List.of();

    public ResultsController(UiContext context, ResultsViewModel model, ItemEditing editing) {
        this.context = context;
        this.model = model;
        this.editing = editing;
        clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Loads the view of this controller. */
    public Parent load() {
        return ViewLoader.fragment(ResultsController.class, this);
    }

    @FXML
    void initialize() {
        overlay.stateProperty().bind(model.stateProperty());
        ItemTable made = new ItemTable(model, context.state(), editing);
        table = made;
        holder.getChildren().add(made.root());
        EntityMenu entityMenu = new EntityMenu(context, model);
        entityMenu.install(entities);
        entityMenu.views().columns().subscribe(() -> made.show(entityMenu.views().columns()));
        made.selected().addListener((ListChangeListener<Item>) change -> show(List.copyOf(made.selected())));
        model.runningProperty().addListener((observable, old, now) -> {
            if (now) {
                clock.play();
            } else {
                clock.stop();
            }
        });
        bindStatus();
        show(List.of());
    }

    private void bindStatus() {
        numbers.textProperty().bind(model.statusProperty().map(ReadStatus::numbers));
        meaning.textProperty().bind(Bindings.createStringBinding(this::meaning, model.statusProperty(), model.changedProperty()));
        filtered.textProperty().bind(Bindings.createStringBinding(
                () -> model.shown().size() == model.rows().size() && model.filterProperty().get().isBlank()
                        ? ""
                        : TEXT.get("status.filtered", model.shown().size(), model.rows().size()),
                model.filterProperty(), model.shown(), model.rows()));
        NodeVisibility.when(readOn, model.nextProperty().isNotNull().and(model.runningProperty().not()));
        model.failureProperty().addListener((observable, old, now) -> showFailure(now));
        showFailure(null);
    }

    private String meaning() {
        String meaning = model.statusProperty().get().meaning();
        return model.changedProperty().get() ? (meaning + " " + TEXT.get("status.changed")).strip() : meaning;
    }

    private void showFailure(@Nullable Explanation explanation) {
        failureNote.setVisible(explanation != null);
        failureNote.setManaged(explanation != null);
        if (explanation != null) {
            String remedy = explanation.remedy();
            failureText.setText(remedy == null ? explanation.sentence() : explanation.sentence() + " " + remedy);
        }
    }

    /** Shows the selected items next to the table; without any, the pane is hidden. */
    private void show(List<Item> items) {
        shownItems = items;
        if (items.isEmpty()) {
            split.getItems().remove(itemPane);
            return;
        }
        itemTitle.setText(SelectedItems.title(items.size()));
        editItem.setDisable(items.size() != 1);
        json.setText(SelectedItems.folded(items));
        if (!split.getItems().contains(itemPane)) {
            split.getItems().add(itemPane);
            split.setDividerPositions(0.66);
        }
    }

    /** The selected items, in any number. */
    public List<Item> selected() {
        return table == null ? List.of() : List.copyOf(table.selected());
    }

    @FXML
    void readOn() {
        model.readOn();
    }

    @FXML
    void editItem() {
        if (shownItems.size() == 1) {
            editing.edit(shownItems.getFirst());
        }
    }

    @FXML
    void copyJson() {
        if (!shownItems.isEmpty()) {
            Clipboards.copy(SelectedItems.json(shownItems));
        }
    }

    @FXML
    void copyFailure() {
        Explanation explanation = model.failureProperty().get();
        if (explanation != null) {
            Clipboards.copy(explanation.detail());
        }
    }

    @FXML
    void again() {
        if (model.planProperty().get() != null) {
            model.again();
        }
    }

    /** Stops the read, or clears the filter; false if there was neither. */
    public boolean escape() {
        if (model.runningProperty().get()) {
            model.stop();
            return true;
        }
        if (!model.filterProperty().get().isEmpty()) {
            model.filterProperty().set("");
            return true;
        }
        return false;
    }

    /** Stops the clock and all jobs before the tab is closed. */
    public void close() {
        clock.stop();
        model.close();
    }
}
