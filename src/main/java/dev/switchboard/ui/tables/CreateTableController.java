package dev.switchboard.ui.tables;

import dev.switchboard.explorer.cost.TableCostEstimator;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
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
    private final TableFormViewModel form;
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

    CreateTableController(TableFormViewModel form) {
        this.form = form;
    }

    @FXML
    void initialize() {
        bindKind();
        name.textProperty().bindBidirectional(form.nameProperty());
        withIndex.selectedProperty().bindBidirectional(form.withIndexProperty());
        withStream.selectedProperty().bindBidirectional(form.withStreamProperty());
        onDemand.selectedProperty().bindBidirectional(form.onDemandProperty());
        deletionProtection.selectedProperty().bindBidirectional(form.deletionProtectionProperty());
        partition.textProperty().bindBidirectional(form.partitionProperty());
        sort.textProperty().bindBidirectional(form.sortProperty());
        readCapacity.textProperty().bindBidirectional(form.readCapacityProperty());
        writeCapacity.textProperty().bindBidirectional(form.writeCapacityProperty());
        tags.textProperty().bindBidirectional(form.tagsProperty());
        KeyTypeChooser.bind(partitionType, form.partitionTypeProperty());
        KeyTypeChooser.bind(sortType, form.sortTypeProperty());
        error(nameError, TableFormErrors::name);
        error(keysError, TableFormErrors::keys);
        error(capacityError, TableFormErrors::capacity);
        error(tagsError, TableFormErrors::tags);
        error(definitionError, TableFormErrors::definition);
        NodeVisibility.text(cost, Bindings.createStringBinding(
                () -> form.errorsProperty().get().capacity().isEmpty() ? TableCostEstimator.of(form.definition()).text() : "",
                form.errorsProperty(), form.customProperty(), form.onDemandProperty(), form.readCapacityProperty(),
                form.writeCapacityProperty(), form.withIndexProperty(), form.indexes()));
        form.indexes().addListener((ListChangeListener<IndexFormViewModel>) change -> drawIndexes());
        drawIndexes();
    }

    private void bindKind() {
        ToggleGroup kind = new ToggleGroup();
        preset.setToggleGroup(kind);
        custom.setToggleGroup(kind);
        kind.selectToggle(form.customProperty().get() ? custom : preset);
        kind.selectedToggleProperty().addListener((observable, old, now) -> choose(kind, old, now));
        about.textProperty().bind(form.customProperty().map(mine -> TEXT.get(mine ? "create.custom.about" : "create.preset.about")));
        only(customPane, form.customProperty());
        only(deletionProtection, form.customProperty());
        only(withIndex, form.customProperty().not());
        only(tagsPane, form.customProperty());
        only(capacityPane, form.customProperty().and(form.onDemandProperty().not()));
    }

    /** Keeps one of the two selected: clicking the selected toggle has no effect. */
    private void choose(ToggleGroup kind, Toggle old, Toggle now) {
        if (now == null) {
            kind.selectToggle(old);
        } else {
            form.customProperty().set(custom.equals(now));
        }
    }

    private static void only(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private void error(Label label, Function<TableFormErrors, String> of) {
        label.textProperty().bind(form.errorsProperty().map(of));
        only(label, label.textProperty().isNotEmpty());
    }

    private void drawIndexes() {
        indexRows.getChildren()
                .setAll(form.indexes().stream().map(index -> new IndexRow(index, () -> form.indexes().remove(index))).toList());
    }

    @FXML
    void addIndex() {
        form.indexes().add(new IndexFormViewModel());
    }
}
