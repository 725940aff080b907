package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.text.BidiText;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Avatar;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.row.RowOpener;
import dev.switchboard.ui.conversations.detail.MessageDetail;
import dev.switchboard.ui.conversations.message.AnomalyIcon;
import dev.switchboard.ui.conversations.message.ParticipantNames;
import dev.switchboard.ui.conversations.message.PersonColor;
import dev.switchboard.ui.conversations.message.StoredTimeFormatter;
import dev.switchboard.ui.conversations.message.TimeOrder;
import dev.switchboard.ui.conversations.range.RangeChoice;
import dev.switchboard.ui.conversations.range.RangeFieldsController;
import dev.switchboard.ui.conversations.range.RangeViewModel;
import dev.switchboard.ui.conversations.search.ThreadSearchBar;
import dev.switchboard.ui.conversations.thread.ThreadEntry;
import java.time.InstantSource;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Binds the messages of the selected conversation, as a thread or as a table, and the composer. */
final class ThreadPaneController {
    private static final Messages TEXT = Messages.of(ThreadPaneController.class);
    private static final double TIME_WIDTH = 112;
    private static final double FROM_WIDTH = 76;
    private static final String VIEW = "conversations.view";
    private final ConversationsViewModel screen;
    private final MessagesViewModel model;
    private final UiContext context;
    private final InstantSource clock;
    private @Nullable ThreadList list;
    private @Nullable ThreadSearchBar findBar;

    @FXML private ToggleGroup views;
    @FXML private HBox header;
    @FXML private Label avatar;
    @FXML private Label name;
    @FXML private Label handle;
    @FXML private ComboBox<RangeChoice> range;
    @FXML private ToggleButton asTable;
    @FXML private ToggleButton asThread;
    @FXML private MenuButton menu;
    @FXML private StackPane between;
    @FXML private StackPane findHolder;
    @FXML private HBox orderNote;
    @FXML private StateOverlay overlay;
    @FXML private TableView<Message> table;
    @FXML private StackPane threadHolder;
    @FXML private ListView<ThreadEntry> thread;
    @FXML private Button newest;
    @FXML private HBox leftOutNote;
    @FXML private Label leftOut;
    @FXML private StackPane composer;
    @FXML private HBox footer;
    @FXML private Label shown;
    @FXML private Button older;
    @FXML private Label olderFailed;
    @FXML private Label consumed;
    @FXML private Label zone;

    ThreadPaneController(ConversationsViewModel screen, UiContext context, InstantSource clock) {
        this.screen = screen;
        this.model = screen.messages();
        this.context = context;
        this.clock = clock;
    }

    @FXML
    void initialize() {
        model.groupProperty().subscribe(this::head);
        NodeVisibility.whenThere(header, model.groupProperty());
        LocalDate today = clock.instant().atZone(context.zone()).toLocalDate();
        RangeFieldsController.install(new RangeViewModel(model.rangeProperty(), context.zoneProperty(), today), range, between);
        columns();
        ThreadList installed = ThreadList.install(thread, screen, context);
        list = installed;
        NodeVisibility.when(newest, installed.atEndProperty().not());
        newest.textProperty().bind(installed.unseenProperty().map(
                count -> count.intValue() == 0 ? TEXT.get("messages.to-newest") : TEXT.get("messages.to-newest.count", count.intValue())));
        viewToggle();
        overlay.stateProperty().bind(model.stateProperty());
        NodeVisibility.when(orderNote, model.paging().orderDiffersProperty());
        NodeVisibility.when(leftOutNote, model.newerLeftOutProperty().greaterThan(0).or(model.windowProperty().isNotNull()));
        leftOut.textProperty().bind(Bindings.createStringBinding(
                this::leftOut, model.newerLeftOutProperty(), model.windowProperty(), context.zoneProperty()));
        model.revealedProperty().addListener((observable, old, now) -> revealInTable(now));
        composer.getChildren().add(ViewLoader.fragment(ComposerController.class, new ComposerController(screen.composer(), context)));
        NodeVisibility.when(composer, screen.composer().groupProperty().isNotNull());
        NodeVisibility.when(footer, model.stateProperty().map(state -> state instanceof ViewState.Content));
        PagingFooter.bind(model.rows(), model.paging(), model.loadingProperty(), "paging.messages", shown, older, olderFailed, consumed);
        zone.textProperty().bind(context.zoneProperty().map(now -> TEXT.get("messages.zone", Formats.zone(now))));
        ConversationMenu.install(menu, screen, context);
        findBar = new ThreadSearchBar(screen.find());
        findHolder.getChildren().setAll(findBar);
        NodeVisibility.when(findHolder, screen.find().openProperty());
        screen.find().openProperty().addListener((observable, old, now) -> {
            if (!now) {
                shownView().requestFocus();
            }
        });
    }

    private String leftOut() {
        MessageWindow window = model.windowProperty().get();
        return window == null
                ? TEXT.get("messages.left-out", MessagesViewModel.KEPT, model.newerLeftOutProperty().get())
                : TEXT.get("messages.window", Formats.dateTime(window.until(), context.zone()));
    }

    private void revealInTable(@Nullable RevealedMessage now) {
        if (now == null || !asTable.isSelected()) {
            return;
        }
        for (int i = 0; i < table.getItems().size(); i++) {
            if (now.is(table.getItems().get(i))) {
                table.getSelectionModel().clearAndSelect(i);
                table.scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }

    private void head(@Nullable MessageGroup group) {
        if (group != null) {
            PersonColor.apply(avatar, group.with().uuid(), group.with().handle());
            PersonColor.apply(name, group.with().uuid(), group.with().handle());
            avatar.setText(Avatar.initials(group.with().displayName(), group.with().handle()));
            name.setText(TEXT.get("messages.with", BidiText.visible(ParticipantNames.name(group.with()))));
            handle.setText(
                    group.with().handle().isEmpty() ? TEXT.get("messages.no-handle") : "@" + BidiText.visible(group.with().handle()));
        }
    }

    private void columns() {
        TableColumns<Message> columns = TableColumns.of(table, "conversations.messages", context.state())
                .hints(this::hint)
                .node("when", TEXT.get("messages.when"), TIME_WIDTH, this::when, TimeOrder.MESSAGES,
                        row -> AnomalyIcon.beside(shortTime(row), row.createdAt(), row.missing()))
                .zoned(context.zoneProperty())
                .text("from", TEXT.get("messages.from"), FROM_WIDTH, row -> row.from().handle().isEmpty() ? "—" : "@" + row.from().handle())
                .text("text", TEXT.get("messages.text"), 400, row -> row.text().replace('\n', ' '))
                .json(row -> row.item().toPrettyJson());
        // The text takes what the pane has beyond them.
        table.getColumns().get(0).setMinWidth(TIME_WIDTH);
        table.getColumns().get(1).setMinWidth(FROM_WIDTH);
        table.getColumns().get(0).setMaxWidth(TIME_WIDTH + 24);
        table.getColumns().get(1).setMaxWidth(FROM_WIDTH + 40);
        table.getColumns().get(2).setMinWidth(120);
        MenuItem details = new MenuItem(TEXT.get("messages.details"));
        details.setOnAction(event -> openDetail(table.getSelectionModel().getSelectedItem()));
        table.setContextMenu(new ContextMenu(details));
        RowOpener.install(table, this::openDetail);
        columns.show(new SortedList<>(model.rows(), TimeOrder.MESSAGES.reversed()));
    }

    private void openDetail(@Nullable Message message) {
        if (message != null) {
            MessageDetail.open(context, message);
        }
    }

    private String hint(String column, Message row) {
        return switch (column) {
            case "when" -> when(row) + "\n" + row.createdAt().text();
            case "text" -> row.text();
            default -> ParticipantNames.name(row.from());
        };
    }

    private String shortTime(Message row) {
        return StoredTimeFormatter.dayAndTime(row.createdAt(), clock.instant(), context.zone());
    }

    private String when(Message row) {
        return StoredTimeFormatter.full(row.createdAt(), context.zone());
    }

    private void viewToggle() {
        views.selectToggle("table".equals(context.state().get(VIEW)) ? asTable : asThread);
        views.selectedToggleProperty().addListener((observable, old, now) -> {
            if (now == null) {
                // One of the two is always selected.
                views.selectToggle(old);
            } else {
                show(now);
                context.state().set(VIEW, now.equals(asTable) ? "table" : "thread");
            }
        });
        show(views.getSelectedToggle());
    }

    private void show(@Nullable Toggle now) {
        Node content = asTable.equals(now) ? table : threadHolder;
        overlay.getChildren().removeAll(table, threadHolder);
        overlay.getChildren().addFirst(content);
        content.setVisible(model.stateProperty().get() instanceof ViewState.Content);
    }

    private Node shownView() {
        return asTable.isSelected() ? table : thread;
    }

    /** Opens the search if the focus is in this pane. */
    boolean findIfFocused() {
        Node focused = header.getScene() == null ? null : header.getScene().getFocusOwner();
        while (focused != null && !focused.equals(header.getParent())) {
            focused = focused.getParent();
        }
        if (focused == null || model.groupProperty().get() == null) {
            return false;
        }
        find();
        return true;
    }

    @FXML
    void find() {
        screen.find().open();
        ThreadSearchBar bar = findBar;
        if (bar != null) {
            bar.focusField();
        }
    }

    @FXML
    void loadOlder() {
        model.loadOlder();
    }

    @FXML
    void refresh() {
        model.reload();
    }

    @FXML
    void backToNewest() {
        model.backToNewest();
    }

    /** The button goes with the scrolling, so the focus returns to the thread. */
    @FXML
    void newest() {
        ThreadList shownList = list;
        if (shownList != null) {
            thread.requestFocus();
            shownList.showNewest();
        }
    }
}
