package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.conversations.message.AnomalyIcon;
import dev.switchboard.ui.conversations.message.ParticipantNames;
import dev.switchboard.ui.conversations.message.StoredTimeFormatter;
import dev.switchboard.ui.conversations.message.TimeOrder;
import dev.switchboard.ui.conversations.range.RangeChoice;
import dev.switchboard.ui.conversations.range.RangeFieldsController;
import dev.switchboard.ui.conversations.range.RangeViewModel;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Binds the conversations of the selected user. */
final class GroupsPaneController {
    private static final Messages TEXT = Messages.of(GroupsPaneController.class);
    private final ConversationsViewModel screen;
    private final GroupsViewModel model;
    private final UiContext context;
    private final InstantSource clock;

    @FXML private Label title;
    @FXML private ComboBox<RangeChoice> range;
    @FXML private Button refresh;
    @FXML private StackPane startHolder;
    @FXML private Button startNew;
    @FXML private StackPane between;
    @FXML private StateOverlay overlay;
    @FXML private TableView<MessageGroup> table;
    @FXML private HBox seedLine;
    @FXML private HBox orderNote;
    @FXML private HBox footer;
    @FXML private Label shown;
    @FXML private Button more;
    @FXML private Label moreFailed;
    @FXML private Label consumed;

    GroupsPaneController(ConversationsViewModel screen, UiContext context, InstantSource clock) {
        this.screen = screen;
        this.model = screen.groups();
        this.context = context;
        this.clock = clock;
    }

    @FXML
    void initialize() {
        title.textProperty().bind(NodeVisibility.words(model.userProperty(), user -> TEXT.get("groups.title", user.handle())));
        Tooltip fullTitle = new Tooltip();
        fullTitle.textProperty().bind(title.textProperty());
        title.setTooltip(fullTitle);
        var noUser = model.userProperty().isNull();
        startNew.disableProperty().bind(noUser.or(context.lock().closed()));
        NodeVisibility.tooltip(startHolder, Bindings.createStringBinding(
                () -> context.lock().openProperty().get() ? "" : TEXT.get("groups.new.locked", context.lock().environment().code()),
                context.lock().openProperty()));
        refresh.disableProperty().bind(noUser);
        range.disableProperty().bind(noUser);
        LocalDate today = clock.instant().atZone(context.zone()).toLocalDate();
        RangeFieldsController.install(new RangeViewModel(model.rangeProperty(), context.zoneProperty(), today), range, between);
        columns();
        overlay.stateProperty().bind(model.stateProperty());
        NodeVisibility.when(orderNote, model.paging().orderDiffersProperty());
        NodeVisibility.when(seedLine, model.noneProperty());
        NodeVisibility.when(footer, model.stateProperty().map(state -> state instanceof ViewState.Content));
        PagingFooter.bind(model.rows(), model.paging(), model.loadingProperty(), "paging.conversations", shown, more, moreFailed, consumed);
    }

    private void columns() {
        TableColumns<MessageGroup> columns = TableColumns.of(table, "conversations.groups", context.state())
                .text("with", TEXT.get("groups.with"), 110, row -> ParticipantNames.name(row.with()))
                .text("message", TEXT.get("groups.message"), 130, row -> row.lastMessage().replace('\n', ' '))
                .node("when", TEXT.get("groups.when"), 104, this::when, TimeOrder.GROUPS,
                        row -> AnomalyIcon.beside(when(row), row.lastMessageAt(), row.missing()))
                .zoned(context.zoneProperty())
                .json(row -> row.item().toPrettyJson());
        table.getColumns().getFirst().setMinWidth(64);
        table.getColumns().getLast().setMinWidth(96);
        MenuItem copyUuid = new MenuItem(TEXT.get("groups.copy-uuid"));
        copyUuid.setOnAction(event -> copyUuid());
        table.setContextMenu(new ContextMenu(copyUuid));
        SelectionLink.link(table.getSelectionModel(), columns.show(model.rows()), model.chosen());
    }

    private String when(MessageGroup row) {
        Instant now = clock.instant();
        return StoredTimeFormatter.when(row.lastMessageAt(), now, context.zone());
    }

    private void copyUuid() {
        MessageGroup row = model.chosen().get();
        if (row != null) {
            Clipboards.copy(row.uuid());
        }
    }

    @FXML
    void refresh() {
        model.reload();
    }

    @FXML
    void startNew() {
        screen.startNew();
    }

    @FXML
    void seed() {
        model.seedOne();
    }

    @FXML
    void loadMore() {
        model.loadMore();
    }
}
