package dev.switchboard.ui.items;

import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.keys.Shortcut;
import dev.switchboard.ui.items.tabs.TabContent;
import dev.switchboard.ui.items.tabs.TabFactory;
import dev.switchboard.ui.items.tabs.TabKind;
import dev.switchboard.ui.items.tabs.TabStore;
import dev.switchboard.ui.items.tabs.TableNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.fxml.FXML;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Binds the Items screen: tabs with queries, kept over a restart. */
public final class ItemsController implements ScreenController {
    private static final Messages TEXT = Messages.of(ItemsController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "items",
            TEXT.get("title"),
            "fth-list",
            context -> ViewLoader.load(ItemsController.class, () -> new ItemsController(context)));

    private final UiContext context;
    private final TableNames names;
    private final TabFactory factory;
    private final TabStore store;
    private final ReadOnlyObjectWrapper<@Nullable Instant> asOf = new ReadOnlyObjectWrapper<>();
    @FXML private TabPane tabs;
    private boolean restoring;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    public ItemsController(UiContext context) {
        this.context = context;
        names = new TableNames(context);
        factory = new TabFactory(context, names);
        store = new TabStore(context);
    }

    @FXML
    void initialize() {
        restoring = true;
        store.load().forEach(kept -> add(factory.make(kept.kind(), kept.text())));
        if (tabs.getTabs().isEmpty()) {
            add(factory.make(TabKind.QUERY, ""));
        }
        tabs.getSelectionModel().select(Math.clamp(store.selected(), 0, tabs.getTabs().size() - 1));
        restoring = false;
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            asOf.unbind();
            if (tab != null) {
                asOf.bind(content(tab).asOf());
            }
            keep();
        });
    }

    private Tab add(TabContent content) {
        Tab tab = new Tab();
        tab.textProperty().bind(content.titleProperty());
        tab.setContent(content.root());
        tab.setUserData(content);
        tab.setOnCloseRequest(event -> askBeforeClosing(event, content));
        tab.setOnClosed(event -> closed(content));
        content.textProperty().addListener((observable, old, now) -> keep());
        tabs.getTabs().add(tab);
        if (!restoring) {
            tabs.getSelectionModel().select(tab);
            keep();
        }
        return tab;
    }

    private void askBeforeClosing(Event event, TabContent content) {
        String unsaved = content.unsaved();
        if (!unsaved.isEmpty()
                && !context.dialogs().confirm(TEXT.get("close.title"), TEXT.get("close.text", unsaved), TEXT.get("close.action"))) {
            event.consume();
        }
    }

    private void closed(TabContent content) {
        content.discard();
        content.close();
        if (tabs.getTabs().isEmpty()) {
            add(factory.make(TabKind.QUERY, ""));
        }
        keep();
    }

    private void keep() {
        if (!restoring) {
            List<TabStore.StoredTab> kept = contents().stream()
                    .map(content -> new TabStore.StoredTab(content.kind(), content.textProperty().getValue()))
                    .toList();
            store.save(kept, Math.max(0, tabs.getSelectionModel().getSelectedIndex()));
        }
    }

    private static TabContent content(Tab tab) {
        return (TabContent) tab.getUserData();
    }

    private List<TabContent> contents() {
        return tabs.getTabs().stream().map(ItemsController::content).toList();
    }

    private TabContent current() {
        return content(tabs.getSelectionModel().getSelectedItem());
    }

    @FXML
    void newTab() {
        add(factory.make(TabKind.QUERY, ""));
    }

    @FXML
    void newPartiqlTab() {
        add(factory.make(TabKind.PARTIQL, ""));
    }

    @FXML
    void pressed(KeyEvent event) {
        if (Shortcut.NEW_TAB.matches(event)) {
            newTab();
            event.consume();
        } else if (Shortcut.CLOSE_TAB.matches(event)) {
            close(tabs.getSelectionModel().getSelectedItem());
            event.consume();
        }
    }

    private void close(Tab tab) {
        Event asked = new Event(Tab.TAB_CLOSE_REQUEST_EVENT);
        Event.fireEvent(tab, asked);
        if (!asked.isConsumed() && tabs.getTabs().remove(tab)) {
            closed(content(tab));
        }
    }

    @Override
    public void shown(Map<String, String> arguments) {
        @Nullable String query = arguments.get("query");
        @Nullable String asked = arguments.get("table");
        names.load();
        if (query != null) {
            if (!(current().isUnused() && factory.run(current(), query))) {
                add(factory.run(query));
            }
        } else if (asked != null && !(current().isUnused() && factory.scan(current(), asked))) {
            add(factory.scan(asked));
        }
    }

    @Override
    public boolean shows(DataChange change) {
        return switch (change) {
            case DataChange.Tables _,DataChange.Items _, DataChange.Conversations _ -> true;
            case DataChange.Users _,DataChange.Database _, DataChange.History _ -> false;
        };
    }

    @Override
    public void changed(Set<DataChange> changes) {
        if (changes.stream().anyMatch(DataChange.Tables.class::isInstance)) {
            names.load();
        }
        contents().forEach(content -> content.changed(changes));
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return asOf.getReadOnlyProperty();
    }

    @Override
    public String unsaved() {
        return contents().stream().map(TabContent::unsaved).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    @Override
    public void refresh() {
        names.load();
        current().refresh();
    }

    @Override
    public void focusFilter() {
        current().focusFilter();
    }

    @Override
    public boolean escape() {
        return current().escape();
    }

    @Override
    public void closed() {
        names.close();
        contents().forEach(TabContent::close);
    }
}
