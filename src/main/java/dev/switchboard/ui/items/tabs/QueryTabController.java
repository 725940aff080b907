package dev.switchboard.ui.items.tabs;

import dev.switchboard.dynamodb.edit.ItemSource;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.explorer.copyas.CopyAs;
import dev.switchboard.job.Progress;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.keys.Shortcut;
import dev.switchboard.ui.items.copyas.CopyAsMenu;
import dev.switchboard.ui.items.edit.ItemEditing;
import dev.switchboard.ui.items.query.QueryBuilderController;
import dev.switchboard.ui.items.results.ResultsController;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Binds a tab with a query and its items. */
final class QueryTabController implements TabContent {
    private static final Messages TEXT = Messages.of(QueryTabController.class);
    private static final String FORM = "items.form";

    private final UiContext context;
    private final TableNames tables;
    private final QueryTabViewModel model;
    private final ItemEditing editing;
    private final ResultsController results;
    private final Parent root;
    private @Nullable LiveSwitch liveSwitch;
    @FXML private Button run;
    @FXML private Button stop;
    @FXML private Button newItem;
    @FXML private MenuButton saved;
    @FXML private MenuButton more;
    @FXML private ToggleButton form;
    @FXML private ToggleButton live;
    @FXML private TextField filter;
    @FXML private StackPane builder;
    @FXML private StackPane resultsHolder;
    @FXML private StackPane stagedHolder;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    QueryTabController(UiContext context, TableNames tables, QueryTabViewModel model) {
        this.context = context;
        this.tables = tables;
        this.model = model;
        editing = new ItemEditing(context);
        results = new ResultsController(context, model.results(), editing);
        root = ViewLoader.fragment(QueryTabController.class, this);
    }

    @FXML
    void initialize() {
        Parent query = QueryBuilderController.load(model.query(), tables.names(), model.noticeProperty());
        builder.getChildren().setAll(query);
        liveSwitch = new LiveSwitch(context, model, resultsHolder, results.load());
        liveSwitch.install(live);
        run.disableProperty().bind(model.query().planProperty().isNull());
        NodeVisibility.when(run, model.results().runningProperty().not());
        NodeVisibility.when(stop, model.results().runningProperty());
        filter.textProperty().bindBidirectional(model.results().filterProperty());
        filter.disableProperty().bind(Bindings.isEmpty(model.results().rows()));
        form.setSelected(!"false".equals(context.state().get(FORM)));
        form.selectedProperty().subscribe(open -> query.lookupAll(".query-fields").forEach(fields -> {
            fields.setVisible(open);
            fields.setManaged(open);
        }));
        form.selectedProperty().addListener((observable, old, now) -> context.state().set(FORM, now ? null : "false"));
        new SavedQueryMenu(context, model).install(saved);
        bindEditing();
    }

    private void bindEditing() {
        stagedHolder.getChildren().setAll(editing.panel());
        stagedHolder.managedProperty().bind(editing.panel().managedProperty());
        model.query().tableProperty().subscribe(table -> editing.use(table == null ? "" : table));
        newItem.disableProperty().bind(model.query().tableProperty().isNull());
        TransferMenu transfers = new TransferMenu(context, model, results::selected);
        more.getItems().setAll(moreItems(transfers));
        more.setOnShowing(event -> more.getItems().setAll(moreItems(transfers)));
    }

    private List<MenuItem> moreItems(TransferMenu transfers) {
        List<MenuItem> items = new ArrayList<>();
        Menu copy = new Menu(TEXT.get("copy-as"));
        copy.getItems().setAll(CopyAsMenu.items(context, this::request));
        copy.disableProperty().bind(model.query().planProperty().isNull());
        items.add(copy);
        items.add(new SeparatorMenuItem());
        items.addAll(transfers.items());
        items.add(new SeparatorMenuItem());
        items.add(bulk("more.delete", editing::bulkDelete));
        items.add(bulk("more.set", editing::bulkSet));
        items.add(bulk("more.remove", editing::bulkRemove));
        return items;
    }

    private CopyAsMenu.@Nullable Request request() {
        @Nullable ReadPlan plan = model.query().planProperty().get();
        return plan == null ? null : (target, settings) -> CopyAs.of(plan, target, settings);
    }

    /** A change of all items of a source. */
    private interface BulkAction {
        void start(ItemSource source, String what, long about);
    }

    private MenuItem bulk(String key, BulkAction action) {
        MenuItem item = new MenuItem(TEXT.get(key));
        item.disableProperty().bind(model.query().planProperty().isNull());
        item.setOnAction(event -> {
            @Nullable ReadPlan plan = model.query().planProperty().get();
            if (plan != null) {
                action.start(source(plan), what(plan), -1);
            }
        });
        return item;
    }

    /** Whole items, because each is compared with what it is when it is changed; and all of them, not only those that fit on the screen. */
    private ItemSource source(ReadPlan plan) {
        return pages -> context.session().explorer().reader().read(
                plan.projected(List.of()).limited(0), ReadPosition.START, page -> pages.accept(page.items()), Progress.NONE);
    }

    private static String what(ReadPlan plan) {
        boolean all = !plan.isQuery() && plan.filter() == null;
        String what = TEXT.get(all ? "more.what.all" : "more.what.matching", plan.table());
        return plan.limit() > 0 ? what + " " + TEXT.get("more.what.limit", plan.limit()) : what;
    }

    /** Runs the query when Ctrl+Enter is pressed anywhere in the tab. */
    @FXML
    void pressed(KeyEvent event) {
        if (Shortcut.RUN.matches(event)) {
            model.run();
            event.consume();
        }
    }

    @FXML
    void run() {
        model.run();
    }

    @FXML
    void stop() {
        model.results().stop();
    }

    @FXML
    void newItem() {
        editing.create();
    }

    @FXML
    void history() {
        HistoryDialog.open(context, model);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public TabKind kind() {
        return TabKind.QUERY;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return Bindings.createStringBinding(
                () -> model.nameProperty().get().isEmpty()
                        ? Objects.requireNonNullElse(model.query().tableProperty().get(), TEXT.get("tab.new"))
                        : model.nameProperty().get(),
                model.nameProperty(), model.query().tableProperty());
    }

    @Override
    public ObservableValue<String> textProperty() {
        return model.query().textProperty();
    }

    @Override
    public void refresh() {
        if (!model.results().isUnused()) {
            model.run();
        }
    }

    @Override
    public boolean isUnused() {
        return model.isUnused();
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public boolean escape() {
        return results.escape();
    }

    @Override
    public void changed(Set<DataChange> changes) {
        if (changes.stream().anyMatch(this::isOfTable)) {
            model.results().changed();
        }
    }

    private boolean isOfTable(DataChange change) {
        @Nullable ReadPlan read = model.results().planProperty().get();
        String shown = read == null ? "" : read.table();
        return switch (change) {
            case DataChange.Items(String _, String table) -> table.equals(shown);
            case DataChange.Conversations _ -> context.session().settings().messagesTable().equals(shown);
            default -> false;
        };
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return model.results().asOf().property();
    }

    @Override
    public String unsaved() {
        return editing.unsaved();
    }

    @Override
    public void discard() {
        editing.discardAll();
    }

    @Override
    public void close() {
        if (liveSwitch != null) {
            liveSwitch.close();
        }
        results.close();
        model.close();
    }

    /** Scans a table in this tab. */
    void open(String table) {
        model.open(table);
    }

    /** Runs a query, given as its text. */
    void run(String text) {
        model.show("", text);
        model.run();
    }

    /** Shows a text without running it. */
    void show(String text) {
        model.query().textProperty().set(text);
    }
}
