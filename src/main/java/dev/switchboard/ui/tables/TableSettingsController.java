package dev.switchboard.ui.tables;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.form.FormErrors;
import dev.switchboard.ui.tables.TableSettingsViewModel.IndexChange;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Binds the form that changes the settings of a table. */
final class TableSettingsController {
    private static final Messages TEXT = Messages.of(TableSettingsController.class);
    private final TableSettingsViewModel model;
    @FXML private VBox form;
    @FXML private CheckBox onDemand;
    @FXML private HBox capacityPane;
    @FXML private TextField readCapacity;
    @FXML private TextField writeCapacity;
    @FXML private TextField timeToLive;
    @FXML private ChoiceBox<String> stream;
    @FXML private ChoiceBox<String> tableClass;
    @FXML private ChoiceBox<IndexChange> indexChange;
    @FXML private VBox newIndex;
    @FXML private ChoiceBox<String> dropped;
    @FXML private Label cost;
    @FXML private Label error;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    TableSettingsController(TableSettingsViewModel model) {
        this.model = model;
    }

    static Parent load(TableSettingsViewModel model) {
        return ViewLoader.fragment(TableSettingsController.class, new TableSettingsController(model));
    }

    @FXML
    void initialize() {
        onDemand.selectedProperty().bindBidirectional(model.onDemandProperty());
        NodeVisibility.when(capacityPane, model.onDemandProperty().not());
        readCapacity.textProperty().bindBidirectional(model.readProperty());
        writeCapacity.textProperty().bindBidirectional(model.writeProperty());
        timeToLive.textProperty().bindBidirectional(model.timeToLiveProperty());
        offer(stream, TableSettingsViewModel.STREAMS, view -> view.isEmpty() ? TEXT.get("settings.stream.off") : view,
                model.streamProperty());
        offer(tableClass, TableSettingsViewModel.CLASSES, each -> TEXT.get("settings.class." + each.toLowerCase(Locale.ROOT)),
                model.tableClassProperty());
        List<IndexChange> changes =
                model.globalIndexes().isEmpty() ? List.of(IndexChange.NONE, IndexChange.ADD) : List.of(IndexChange.values());
        offer(indexChange, changes, each -> TEXT.get("settings.index." + each.name().toLowerCase(Locale.ROOT)),
                model.indexChangeProperty());
        newIndex.getChildren().setAll(IndexRow.ofGlobal(model.newIndex()));
        NodeVisibility.when(newIndex, model.indexChangeProperty().isEqualTo(IndexChange.ADD));
        offer(dropped, model.globalIndexes(), name -> name, model.droppedProperty());
        NodeVisibility.when(dropped, model.indexChangeProperty().isEqualTo(IndexChange.DROP));
        NodeVisibility.text(cost, model.costProperty());
        new FormErrors(form).add(error, model.errorProperty(), capacityPane, newIndex);
    }

    private static <T> void offer(ChoiceBox<T> box, List<T> choices, Function<T, String> label, Property<T> value) {
        box.getItems().setAll(choices);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T choice) {
                return choice == null ? "" : label.apply(choice);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is entered as text");
            }
        });
        box.valueProperty().bindBidirectional(value);
    }
}
