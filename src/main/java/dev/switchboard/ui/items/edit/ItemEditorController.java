package dev.switchboard.ui.items.edit;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.UiContext;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Binds the item editor: the form with its tree and the value beside it, and the two JSON tabs. */
final class ItemEditorController {
    private static final Messages TEXT = Messages.of(ItemEditorController.class);
    private static final double TREE_SHARE = 0.58;
    private final ItemEditorViewModel model;
    private final ValueEditor value;
    private final ToggleGroup tabs = new ToggleGroup();
    @FXML private VBox root;
    @FXML private ToggleButton formTab;
    @FXML private ToggleButton dynamoDbTab;
    @FXML private ToggleButton plainTab;
    @FXML private Button addAttribute;
    @FXML private Button removeAttribute;
    @FXML private SplitPane form;
    @FXML private TreeTableView<EditNode> tree;
    @FXML private TreeTableColumn<EditNode, String> nameColumn;
    @FXML private TreeTableColumn<EditNode, String> typeColumn;
    @FXML private TreeTableColumn<EditNode, String> valueColumn;
    @FXML private StackPane detail;
    @FXML private VBox text;
    @FXML private TextArea json;
    @FXML private Label folded;
    @FXML private Label plainHint;
    @FXML private Label error;
    @FXML private Button goToError;
    @FXML private Label meaning;
    @FXML private Label numbers;

    ItemEditorController(UiContext context, ItemEditorViewModel model) {
        this.model = model;
        value = new ValueEditor(context);
    }

    @FXML
    void initialize() {
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(this::settle);
            }
        });
        bindTabs();
        nameColumn.setCellValueFactory(row -> label(row.getValue().getValue()));
        typeColumn.setCellValueFactory(row -> row.getValue().getValue().typeProperty().map(type -> type.label()));
        valueColumn.setCellValueFactory(row -> shown(row.getValue().getValue()));
        detail.getChildren().setAll(value);
        tree.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        model.rootProperty().subscribe(root -> tree.setRoot(branch(root)));
        tree.getSelectionModel().selectedItemProperty().subscribe(this::select);
        tree.getSelectionModel().selectFirst();
        json.textProperty().bindBidirectional(model.jsonProperty());
        NodeVisibility.text(error, model.errorProperty());
        NodeVisibility.when(goToError, model.errorAtProperty().map(at -> at.intValue() >= 0));
        meaning.textProperty().bind(model.meaningProperty());
        numbers.textProperty().bind(model.numbersProperty());
        removeAttribute.disableProperty().bind(Bindings.createBooleanBinding(
                () -> selected() == null || isKey(selected()), tree.getSelectionModel().selectedItemProperty()));
    }

    /** After it has its size: its first layout is narrower. */
    private void settle() {
        form.setDividerPositions(TREE_SHARE);
        tree.refresh();
    }

    private void bindTabs() {
        tabs.getToggles().setAll(formTab, dynamoDbTab, plainTab);
        tabs.selectToggle(formTab);
        tabs.selectedToggleProperty().addListener((observable, old, now) -> {
            if (now == null || !model.show(tab(now))) {
                // The text of this tab is not valid, so that it cannot be shown in another form.
                tabs.selectToggle(toggle(model.tabProperty().get()));
                goToError();
            }
        });
        NodeVisibility.when(form, model.tabProperty().map(tab -> tab == EditorTab.FORM));
        NodeVisibility.when(addAttribute, model.tabProperty().map(tab -> tab == EditorTab.FORM));
        NodeVisibility.when(removeAttribute, model.tabProperty().map(tab -> tab == EditorTab.FORM));
        NodeVisibility.when(text, model.tabProperty().map(tab -> tab != EditorTab.FORM));
        NodeVisibility.when(plainHint, model.tabProperty().map(tab -> tab == EditorTab.PLAIN_JSON));
        NodeVisibility.when(folded, model.jsonProperty().map(now -> model.isFolded()));
    }

    /** Puts the caret where the JSON text is not valid. */
    @FXML
    void goToError() {
        int at = model.errorAtProperty().get();
        if (at >= 0 && model.tabProperty().get() != EditorTab.FORM) {
            json.requestFocus();
            json.positionCaret(Math.min(at, json.getLength()));
        }
    }

    private EditorTab tab(Toggle toggle) {
        return toggle.equals(formTab) ? EditorTab.FORM : toggle.equals(dynamoDbTab) ? EditorTab.DYNAMODB_JSON : EditorTab.PLAIN_JSON;
    }

    private ToggleButton toggle(EditorTab tab) {
        return switch (tab) {
            case FORM -> formTab;
            case DYNAMODB_JSON -> dynamoDbTab;
            case PLAIN_JSON -> plainTab;
        };
    }

    private static ObservableValue<String> label(EditNode node) {
        return node.isNamed()
                ? node.nameProperty().map(name -> name.isEmpty() ? TEXT.get("editor.unnamed") : name)
                : new ReadOnlyStringWrapper(node.label());
    }

    private static ObservableValue<String> shown(EditNode node) {
        return Bindings.createStringBinding(
                () -> ValueText.of(node.value()),
                node.typeProperty(), node.textProperty(), node.bytesProperty(), node.truthProperty(), node.children());
    }

    /** The tree below a value; follows its children. */
    private static TreeItem<EditNode> branch(EditNode node) {
        TreeItem<EditNode> item = new TreeItem<>(node);
        node.children().forEach(child -> item.getChildren().add(branch(child)));
        item.setExpanded(node.parent() == null || node.children().size() <= 20);
        node.children().addListener((ListChangeListener<
                EditNode>) change -> item.getChildren().setAll(node.children().stream().map(ItemEditorController::branch).toList()));
        return item;
    }

    private void select(@Nullable TreeItem<EditNode> item) {
        @Nullable EditNode node = item == null ? null : item.getValue();
        value.show(node, node != null && isKey(node));
    }

    private boolean isKey(@Nullable EditNode node) {
        return node != null && model.rootProperty().get().equals(node.parent()) && model.isKey(node.nameProperty().get());
    }

    private @Nullable EditNode selected() {
        @Nullable TreeItem<EditNode> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    /** Adds to the selected map, list or set, otherwise beside the selected value. */
    @FXML
    void add() {
        @Nullable EditNode selected = selected();
        EditNode root = model.rootProperty().get();
        EditNode to = selected == null ? root : selected.isContainer() ? selected : selected.parent() == null ? root : selected.parent();
        EditNode added = to.addEmpty();
        @Nullable TreeItem<EditNode> parent = find(tree.getRoot(), to);
        if (parent != null) {
            parent.setExpanded(true);
            @Nullable TreeItem<EditNode> item = find(parent, added);
            tree.getSelectionModel().select(item);
            tree.scrollTo(tree.getSelectionModel().getSelectedIndex());
            // The cells above a new row are otherwise indented by another width.
            Platform.runLater(tree::refresh);
        }
        value.focusFirst();
    }

    private static @Nullable TreeItem<EditNode> find(TreeItem<EditNode> from, EditNode node) {
        if (from.getValue().equals(node)) {
            return from;
        }
        for (TreeItem<EditNode> child : from.getChildren()) {
            @Nullable TreeItem<EditNode> found = find(child, node);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @FXML
    void remove() {
        @Nullable EditNode node = selected();
        if (node != null && !isKey(node)) {
            node.remove();
        }
    }
}
