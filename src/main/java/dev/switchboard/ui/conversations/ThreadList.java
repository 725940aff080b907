package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.keys.Shortcut;
import dev.switchboard.ui.common.row.RowOpener;
import dev.switchboard.ui.conversations.detail.MessageDetail;
import dev.switchboard.ui.conversations.message.LinkFinder;
import dev.switchboard.ui.conversations.message.LinkOpener;
import dev.switchboard.ui.conversations.thread.NewerMessages;
import dev.switchboard.ui.conversations.thread.SearchHighlight;
import dev.switchboard.ui.conversations.thread.ThreadCell;
import dev.switchboard.ui.conversations.thread.ThreadEntries;
import dev.switchboard.ui.conversations.thread.ThreadEntry;
import dev.switchboard.ui.conversations.thread.ThreadScroller;
import dev.switchboard.users.User;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The list view of the thread: keeps entries up to date with the model, scrolls, and copies. */
final class ThreadList {
    private static final Messages TEXT = Messages.of(ThreadList.class);
    private final ListView<ThreadEntry> list;
    private final ConversationsViewModel screen;
    private final MessagesViewModel model;
    private final UiContext context;
    private final ThreadScroller scroll;
    private final ObservableList<ThreadEntry> entries = FXCollections.observableArrayList();
    private final NewerMessages newer = new NewerMessages();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private @Nullable String group;
    private @Nullable RevealedMessage revealed;

    private ThreadList(ListView<ThreadEntry> list, ConversationsViewModel screen, UiContext context) {
        this.list = list;
        this.screen = screen;
        this.model = screen.messages();
        this.context = context;
        this.scroll = new ThreadScroller(list, model::loadOlder);
    }

    /** Sets up a list view as the thread. */
    static ThreadList install(ListView<ThreadEntry> list, ConversationsViewModel screen, UiContext context) {
        ThreadList thread = new ThreadList(list, screen, context);
        thread.connect();
        return thread;
    }

    /** Whether the newest message is in view. */
    ReadOnlyBooleanProperty atEndProperty() {
        return scroll.atEndProperty();
    }

    /** The number of messages that came while the newest message was not in view. */
    ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** Scrolls to the newest message, also where the newest are not loaded. */
    void showNewest() {
        if (model.newestHidden()) {
            model.backToNewest();
        }
        scroll.showEnd();
    }

    private void connect() {
        list.setCellFactory(ignored -> new ThreadCell(
                context::zone,
                () -> new SearchHighlight(screen.find().matcherProperty().get(), screen.find().currentProperty().get()),
                model::loadOlder, link -> LinkOpener.open(context, link)));
        list.setItems(entries);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        model.rows().addListener((ListChangeListener<Message>) change -> show());
        model.paging().moreProperty().addListener((observable, old, now) -> show());
        context.zoneProperty().addListener((observable, old, now) -> {
            show();
            list.refresh();
        });
        model.revealedProperty().addListener((observable, old, now) -> reveal());
        screen.find().matcherProperty().addListener((observable, old, now) -> list.refresh());
        screen.find().currentProperty().addListener((observable, old, now) -> list.refresh());
        scroll.atEndProperty().addListener((observable, old, now) -> countUnseen());
        copying();
        show();
    }

    private void countUnseen() {
        if (scroll.atEndProperty().get()) {
            newer.seen(model.rows());
        }
        unseen.set(newer.count(model.rows()));
    }

    /** Scrolls to the message that is to be shown, once it is there. */
    private void reveal() {
        RevealedMessage now = model.revealedProperty().get();
        if (now == null || now == revealed) {
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof ThreadEntry.Bubble bubble && now.is(bubble.message())) {
                revealed = now;
                if (now.selected()) {
                    list.getSelectionModel().clearAndSelect(i);
                }
                scroll.reveal(i);
                return;
            }
        }
    }

    private void show() {
        MessageGroup now = model.groupProperty().get();
        User own = screen.users().chosen().get();
        if (now == null || own == null || model.rows().isEmpty()) {
            entries.clear();
            group = null;
            unseen.set(0);
            return;
        }
        boolean other = !now.uuid().equals(group);
        group = now.uuid();
        boolean more = model.paging().moreProperty().get();
        scroll.show(entries, ThreadEntries.of(model.rows(), own, now.with(), context.zone(), more), other);
        reveal();
        countUnseen();
    }

    private void copying() {
        MenuItem text = new MenuItem(TEXT.get("messages.copy-text"));
        text.setAccelerator(Shortcut.COPY.keys());
        text.setOnAction(event -> copy(Message::text));
        MenuItem json = new MenuItem(TEXT.get("messages.copy-json"));
        json.setOnAction(event -> copy(message -> message.item().toPrettyJson()));
        MenuItem uuid = new MenuItem(TEXT.get("messages.copy-uuid"));
        uuid.setOnAction(event -> copy(Message::uuid));
        MenuItem details = new MenuItem(TEXT.get("messages.details"));
        details.setOnAction(event -> openDetail(list.getSelectionModel().getSelectedItem()));
        RowOpener.install(list, this::openDetail);
        MenuItem link = new MenuItem(TEXT.get("messages.open-link"));
        link.setOnAction(event -> links().stream().findFirst().ifPresent(found -> LinkOpener.open(context, found)));
        list.setOnContextMenuRequested(event -> link.setDisable(links().isEmpty()));
        list.setContextMenu(new ContextMenu(details, link, new SeparatorMenuItem(), text, json, uuid));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.COPY.matches(event)) {
                copy(Message::text);
                event.consume();
            }
        });
    }

    /** The links in the selected message. */
    private List<URI> links() {
        return list.getSelectionModel().getSelectedItem() instanceof ThreadEntry.Bubble bubble
                ? LinkFinder.find(bubble.message().text()).stream().map(LinkFinder.Link::target).toList()
                : List.of();
    }

    private void openDetail(@Nullable ThreadEntry entry) {
        if (entry instanceof ThreadEntry.Bubble bubble) {
            MessageDetail.open(context, bubble.message());
        }
    }

    private void copy(Function<Message, String> what) {
        List<ThreadEntry> chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
        String text = chosen.stream()
                .filter(ThreadEntry.Bubble.class::isInstance)
                .map(entry -> what.apply(((ThreadEntry.Bubble) entry).message()))
                .collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            Clipboards.copy(text);
        }
    }
}
