package dev.switchboard.ui.tables;

import dev.switchboard.explorer.cost.TableCostEstimator;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.form.FormErrors;
import dev.switchboard.ui.common.form.FormErrors.FieldError;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Binds the form for a new table. */
final class CreateTableController {
    private static final Messages TEXT = Messages.of(CreateTableController.class);
    private final TableFormViewModel model;
    @FXML private VBox form;
    @FXML private ToggleButton preset;
    @FXML private ToggleButton custom;
    @FXML private Label about;
    @FXML private TextField name;
    @FXML private Label nameError;
    @FXML private CheckBox withIndex;
    @FXML private CheckBox withStream;
    @FXML private CheckBox onDemand;
    @FXML private CheckBox deletionProtection;
    @FXML private VBox customPane;
    @FXML private TextField partition;
    @FXML private ComboBox<String> partitionType;
    @FXML private TextField sort;
    @FXML private ComboBox<String> sortType;
    @FXML private Label keysError;
    @FXML private VBox capacityPane;
    @FXML private TextField readCapacity;
    @FXML private TextField writeCapacity;
    @FXML private Label capacityError;
    @FXML private VBox indexRows;
    @FXML private Label cost;
    @FXML private VBox tagsPane;
    @FXML private TextArea tags;
    @FXML private Label tagsError;
    @FXML private Label definitionError;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    CreateTableController(TableFormViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        bindKind();
        name.textProperty().bindBidirectional(model.nameProperty());
        withIndex.selectedProperty().bindBidirectional(model.withIndexProperty());
        withStream.selectedProperty().bindBidirectional(model.withStreamProperty());
        onDemand.selectedProperty().bindBidirectional(model.onDemandProperty());
        deletionProtection.selectedProperty().bindBidirectional(model.deletionProtectionProperty());
        partition.textProperty().bindBidirectional(model.partitionProperty());
        sort.textProperty().bindBidirectional(model.sortProperty());
        readCapacity.textProperty().bindBidirectional(model.readCapacityProperty());
        writeCapacity.textProperty().bindBidirectional(model.writeCapacityProperty());
        tags.textProperty().bindBidirectional(model.tagsProperty());
        KeyTypeChooser.bind(partitionType, model.partitionTypeProperty());
        KeyTypeChooser.bind(sortType, model.sortTypeProperty());
        FormErrors errors = new FormErrors(form);
        errors.add(nameError, error(TableFormErrors::name), name);
        errors.add(keysError, error(TableFormErrors::keys), partition, sort);
        errors.add(capacityError, error(TableFormErrors::capacity), readCapacity, writeCapacity);
        errors.add(tagsError, error(TableFormErrors::tags), tags);
        FieldError definition = errors.add(definitionError, error(TableFormErrors::definition));
        NodeVisibility.text(cost, Bindings.createStringBinding(
                () -> model.errorsProperty().get().capacity().isEmpty() ? TableCostEstimator.of(model.definition()).text() : "",
                model.errorsProperty(), model.customProperty(), model.onDemandProperty(), model.readCapacityProperty(),
                model.writeCapacityProperty(), model.withIndexProperty(), model.indexes()));
        model.indexes().addListener((ListChangeListener<IndexFormViewModel>) change -> drawIndexes(definition));
        drawIndexes(definition);
    }

    private void bindKind() {
        ToggleGroup kind = new ToggleGroup();
        preset.setToggleGroup(kind);
        custom.setToggleGroup(kind);
        kind.selectToggle(model.customProperty().get() ? custom : preset);
        kind.selectedToggleProperty().addListener((observable, old, now) -> choose(kind, old, now));
        about.textProperty().bind(model.customProperty().map(mine -> TEXT.get(mine ? "create.custom.about" : "create.preset.about")));
        only(customPane, model.customProperty());
        only(deletionProtection, model.customProperty());
        only(withIndex, model.customProperty().not());
        only(tagsPane, model.customProperty());
        only(capacityPane, model.customProperty().and(model.onDemandProperty().not()));
    }

    /** Keeps one of the two selected: clicking the selected toggle has no effect. */
    private void choose(ToggleGroup kind, Toggle old, Toggle now) {
        if (now == null) {
            kind.selectToggle(old);
        } else {
            model.customProperty().set(custom.equals(now));
        }
    }

    private static void only(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private ObservableValue<String> error(Function<TableFormErrors, String> of) {
        return model.errorsProperty().map(of);
    }

    /** What is wrong with an index is shown once its row was left, not while it is filled in. */
    private void drawIndexes(FieldError definition) {
        List.copyOf(indexRows.getChildren()).forEach(definition::forget);
        indexRows.getChildren()
                .setAll(model.indexes().stream().map(index -> new IndexRow(index, () -> model.indexes().remove(index))).toList());
        indexRows.getChildren().forEach(definition::watch);
    }

    @FXML
    void addIndex() {
        model.indexes().add(new IndexFormViewModel());
    }
}
