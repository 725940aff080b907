package dev.switchboard.ui.items.query;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.read.KeyConditions;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ViewLoader;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds the query builder: table and index, key condition, filter, options, and the text of it all. */
public final class QueryBuilderController {
    private static final Messages TEXT = Messages.of(QueryBuilderController.class);
    /** The choice that stands for the table itself. */
    private static final String NO_INDEX = "";

    private final QueryViewModel model;
    private final ObservableList<String> names;
    private final ObservableValue<String> notice;
    private final ObjectProperty<String> chosenIndex = new SimpleObjectProperty<>(NO_INDEX);
    @FXML private ComboBox<String> tables;
    @FXML private ChoiceBox<String> index;
    @FXML private Label partitionName;
    @FXML private TextField partition;
    @FXML private HBox sortFields;
    @FXML private Label sortName;
    @FXML private ChoiceBox<SortOperator> sortOperator;
    @FXML private TextField sort;
    @FXML private TextField sortTo;
    @FXML private CheckBox descending;
    @FXML private CheckBox strong;
    @FXML private TextField attributes;
    @FXML private TextField limit;
    @FXML private HBox segmentsField;
    @FXML private TextField segments;
    @FXML private TextField rate;
    @FXML private VBox filterHolder;
    @FXML private TextArea expression;
    @FXML private Label formError;
    @FXML private Label cost;

    private QueryBuilderController(QueryViewModel model, ObservableList<String> names, ObservableValue<String> notice) {
        this.model = model;
        this.names = names;
        this.notice = notice;
    }

    /**
     * Makes a query builder.
     *
     * @param names the names of the tables to choose from
     * @param notice what a run would cost in words; empty for nothing to say
     */
    public static Parent load(QueryViewModel model, ObservableList<String> names, ObservableValue<String> notice) {
        return ViewLoader.fragment(QueryBuilderController.class, new QueryBuilderController(model, names, notice));
    }

    @FXML
    void initialize() {
        QueryForm form = model.form();
        tables.setItems(names);
        tables.valueProperty().bindBidirectional(form.tableProperty());
        bindIndex(form);
        bindKeys(form);
        bindOptions(form.options());
        filterHolder.getChildren().setAll(new FilterPane(form.filter(), null));
        expression.textProperty().bindBidirectional(model.textProperty());
        expression.prefRowCountProperty().bind(Bindings.createIntegerBinding(
                () -> Math.clamp(model.textProperty().get().lines().count(), 1, 5), model.textProperty()));
        NodeVisibility.text(formError, model.errorProperty());
        NodeVisibility.text(cost, notice);
    }

    private void bindIndex(QueryForm form) {
        index.setConverter(ChoiceLabels.of(name -> name.equals(NO_INDEX) ? TEXT.get("form.index.none") : name));
        form.indexes().addListener((ListChangeListener<String>) change -> showIndexes(form));
        form.indexProperty().subscribe(now -> chosenIndex.set(now == null ? NO_INDEX : now));
        chosenIndex.addListener((observable, old, now) -> form.indexProperty().set(now == null || now.equals(NO_INDEX) ? null : now));
        showIndexes(form);
        NodeVisibility.when(index, Bindings.isNotEmpty(form.indexes()).or(form.indexProperty().isNotNull()));
    }

    private void showIndexes(QueryForm form) {
        index.valueProperty().unbindBidirectional(chosenIndex);
        index.getItems().setAll(NO_INDEX);
        index.getItems().addAll(form.indexes());
        index.valueProperty().bindBidirectional(chosenIndex);
    }

    private void bindKeys(QueryForm form) {
        KeyForm key = form.key();
        ObservableValue<List<KeyAttribute>> keys = form.keysProperty();
        partitionName.textProperty().bind(keys.map(found -> found.isEmpty() ? TEXT.get("form.partition") : label(found.getFirst())));
        sortName.textProperty().bind(keys.map(found -> found.size() < 2 ? "" : label(found.get(1))));
        NodeVisibility.when(sortFields, keys.map(found -> found.size() > 1));
        partition.textProperty().bindBidirectional(key.partitionProperty());
        sortOperator.setConverter(ChoiceLabels.of(SortOperator::label));
        keys.subscribe(found -> offerOperators(found.size() > 1 ? found.get(1) : null));
        sort.textProperty().bindBidirectional(key.sortProperty());
        sortTo.textProperty().bindBidirectional(key.upToProperty());
        NodeVisibility.when(sort, key.operatorProperty().map(operator -> operator.fields() > 0));
        NodeVisibility.when(sortTo, key.operatorProperty().map(operator -> operator.fields() > 1));
        markKey(partition, 0, keys);
        markKey(sort, 1, keys);
        markKey(sortTo, 1, keys);
    }

    private static void markKey(TextField field, int number, ObservableValue<List<KeyAttribute>> keys) {
        FieldCheck.mark(field,
                () -> keys.getValue().size() <= number ? "" : KeyConditions.value(keys.getValue().get(number), field.getText()), keys);
    }

    private static String label(KeyAttribute key) {
        return TEXT.get("form.key", key.name(), TEXT.get("form.key.type." + key.type()));
    }

    /** A number has no prefix. */
    private void offerOperators(@Nullable KeyAttribute key) {
        ObjectProperty<SortOperator> operator = model.form().key().operatorProperty();
        sortOperator.valueProperty().unbindBidirectional(operator);
        sortOperator.getItems().setAll(SortOperator.values());
        if (key != null && key.type().equals("N") && operator.get() != SortOperator.BEGINS_WITH) {
            sortOperator.getItems().remove(SortOperator.BEGINS_WITH);
        }
        sortOperator.valueProperty().bindBidirectional(operator);
    }

    private void bindOptions(OptionsForm options) {
        descending.selectedProperty().bindBidirectional(options.descendingProperty());
        strong.selectedProperty().bindBidirectional(options.strongProperty());
        attributes.textProperty().bindBidirectional(options.attributesProperty());
        limit.textProperty().bindBidirectional(options.limitProperty());
        segments.textProperty().bindBidirectional(options.segmentsProperty());
        rate.textProperty().bindBidirectional(options.rateProperty());
        FieldCheck.mark(attributes, options::projection);
        FieldCheck.mark(limit, options::most);
        FieldCheck.mark(segments, options::parallel);
        FieldCheck.mark(rate, options::perSecond);
        BooleanBinding query = model.form().key().partitionProperty().isNotEmpty();
        NodeVisibility.when(descending, query);
        NodeVisibility.when(segmentsField, query.not());
    }
}
