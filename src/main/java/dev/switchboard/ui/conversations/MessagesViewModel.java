package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.ui.conversations.message.TimeOrder;
import dev.switchboard.ui.conversations.search.SearchedThread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one group, oldest first, read from the newest page backwards. It keeps a window of at most {@link #KEPT}
 * rows: who pages back further leaves the newest ones out, which is told, and {@link #reload} brings them back.
 */
public final class MessagesViewModel implements SearchedThread {
    /** Messages in one page: about one unit of read capacity, where a table has five. */
    public static final int PAGE = 50;

    /** Messages that are kept at most. */
    public static final int KEPT = 5_000;

    private static final Messages TEXT = Messages.of(MessagesViewModel.class);
    private final ConversationQueries queries;
    private final MissingTableDetector problems;
    private final LatestJobRunner slot;
    private final LatestJobRunner problemSlot;
    private final PagedState paging = new PagedState();
    private final UnreadWrites<Message> unread = new UnreadWrites<>();
    private final ObservableList<Message> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable MessageGroup> group = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(new TimeRange.All());
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper newerLeftOut = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable MessageWindow> window = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RevealedMessage> revealed = new ReadOnlyObjectWrapper<>();
    private final AsOf asOf = new AsOf();

    public MessagesViewModel(ConversationQueries queries, MissingTableDetector problems, UiJobs jobs) {
        this.queries = queries;
        this.problems = problems;
        this.slot = jobs.slot();
        this.problemSlot = problems.slot();
        range.addListener((observable, old, now) -> backToNewest());
        state.set(MessageStates.noGroup());
    }

    /** Shows a group's newest messages, or nothing. The former group's answer, if it is still awaited, is dropped. */
    public void show(@Nullable MessageGroup now) {
        clear();
        revealed.set(null);
        window.set(null);
        group.set(now);
        reload();
    }

    /** Takes over a group's row that has changed, such as by a message that was sent; its messages stay as they are. */
    void updated(MessageGroup now) {
        group.set(now);
    }

    /** Reads the newest page again, or the window that is shown, and forgets older ones. */
    public void reload() {
        MessageGroup of = group.get();
        slot.cancel();
        problemSlot.cancel();
        unread.readBegins();
        if (of == null || of.uuid().isEmpty()) {
            clear();
            state.set(of == null ? MessageStates.noGroup() : MessageStates.groupWithoutUuid());
            return;
        }
        if (rows.isEmpty()) {
            state.set(MessageStates.loading());
        }
        MessageWindow part = window.get();
        TimeRange within = range.get();
        asOf.begins();
        slot.start(job(of), progress -> part == null
                ? queries.messages(of.uuid(), within, PAGE, null)
                : part.read(queries, of.uuid(), KEPT, progress),
                this::newest, this::failed);
    }

    /** Reads the newest messages, where older ones were shown. */
    public void backToNewest() {
        window.set(null);
        reload();
    }

    /**
     * Shows the messages before a time instead of the newest, back to an earlier time, and selects the first of them.
     *
     * @param until exclusive
     */
    public void showPart(Instant from, Instant until) {
        if (!(range.get() instanceof TimeRange.All)) {
            range.set(new TimeRange.All());
        }
        window.set(new MessageWindow(from, until));
        reload();
    }

    private static String job(MessageGroup of) {
        return TEXT.get("messages.job", of.with().handle());
    }

    /** Reads the newest page again because it may have changed, and keeps the older ones. Who has paged far back is left there. */
    void follow() {
        MessageGroup of = group.get();
        if (of == null || of.uuid().isEmpty() || !(state.get() instanceof ViewState.Content)) {
            reload();
            return;
        }
        if (newestHidden()) {
            return;
        }
        unread.readBegins();
        TimeRange within = range.get();
        asOf.begins();
        slot.start(job(of), progress -> queries.messages(of.uuid(), within, PAGE, null), this::followed, this::failed);
    }

    /** Whether the newest messages are not among those that are shown. */
    boolean newestHidden() {
        return newerLeftOut.get() > 0 || window.get() != null;
    }

    private void followed(Page<Message> page) {
        List<Message> older = FirstPageMerger.remaining(rows.reversed(), page.rows(), page.more(), message -> message.createdAt().text());
        if (older.isEmpty()) {
            newest(page);
            return;
        }
        List<Message> now = new ArrayList<>(older.reversed());
        now.addAll(MessageRows.oldestFirst(page));
        unread.all().forEach(message -> MessageRows.insert(now, message));
        TimeOrder.sort(now, TimeOrder.MESSAGES);
        paging.readAgain(page);
        asOf.arrived();
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
    }

    /** Reads the page before the oldest message shown, if there is one and none is on its way. */
    public void loadOlder() {
        loadOlder(() -> {}, () -> {});
    }

    @Override
    public boolean more() {
        return paging.moreProperty().get();
    }

    @Override
    public void loadOlder(Runnable loaded, Runnable failed) {
        MessageGroup of = group.get();
        var from = paging.next();
        if (of == null || from == null || slot.runningProperty().get()) {
            failed.run();
            return;
        }
        paging.failed(null);
        MessageWindow part = window.get();
        TimeRange within = part == null ? range.get() : part.range();
        slot.start(job(of), progress -> queries.messages(of.uuid(), within, PAGE, from), page -> {
            older(page);
            loaded.run();
        }, failure -> {
            paging.failed(failure);
            failed.run();
        });
    }

    private void newest(Page<Message> page) {
        asOf.arrived();
        paging.clear();
        paging.read(page);
        newerLeftOut.set(0);
        List<Message> read = MessageRows.oldestFirst(page);
        unread.all().forEach(message -> MessageRows.insert(read, message));
        MessageWindow part = window.get();
        Message first = part == null ? null : part.first(read);
        if (first != null) {
            revealed.set(new RevealedMessage(first, true));
        }
        if (!read.equals(rows)) {
            rows.setAll(read);
        }
        state.set(rows.isEmpty() && !page.more() ? noMessages() : ViewState.CONTENT);
    }

    private void older(Page<Message> page) {
        paging.read(page);
        List<Message> before = MessageRows.oldestFirst(page);
        // A message that was sent with a time before that of the oldest shown is there already.
        Set<String> shown = rows.stream().map(message -> message.createdAt().text()).collect(Collectors.toSet());
        before.removeIf(message -> shown.contains(message.createdAt().text()));
        rows.addAll(0, before);
        List<Message> sorted = new ArrayList<>(rows);
        if (TimeOrder.sort(sorted, TimeOrder.MESSAGES)) {
            paging.orderDiffers();
            rows.setAll(sorted);
        }
        int over = rows.size() - KEPT;
        if (over > 0) {
            rows.remove(KEPT, rows.size());
            newerLeftOut.set(newerLeftOut.get() + over);
        }
    }

    private void failed(Explanation failure) {
        clear();
        problems.explain(problemSlot, failure, this::reload, state::set);
    }

    private void clear() {
        asOf.clear();
        paging.clear();
        newerLeftOut.set(0);
        rows.clear();
    }

    /** Adds a message that was just written and reveals it; where the newest are hidden or a range hides it, reads what there is. */
    void written(Message message) {
        MessageGroup of = group.get();
        if (of == null || !of.uuid().equals(message.group())) {
            return;
        }
        revealed.set(new RevealedMessage(message, false));
        boolean inRange = range.get().at(Instant.EPOCH).contains(message.createdAt());
        boolean readAgain = newestHidden() || !inRange;
        if (!inRange) {
            range.set(new TimeRange.All());
        } else if (readAgain) {
            backToNewest();
        }
        unread.add(message);
        if (!readAgain || !slot.runningProperty().get()) {
            MessageRows.insert(rows, message);
            state.set(ViewState.CONTENT);
        }
    }

    @Override
    public void reveal(Message message) {
        revealed.set(new RevealedMessage(message, true));
    }

    private ViewState noMessages() {
        boolean allTime = range.get() instanceof TimeRange.All;
        return MessageStates.noMessages(
                allTime && window.get() == null, allTime ? this::backToNewest : () -> range.set(new TimeRange.All()));
    }

    /** When the newest page was read. */
    AsOf asOf() {
        return asOf;
    }

    @Override
    public ObservableList<Message> rows() {
        return rows;
    }

    /** The group whose messages these are, or null. */
    public ReadOnlyObjectProperty<@Nullable MessageGroup> groupProperty() {
        return group.getReadOnlyProperty();
    }

    /** Which messages are wanted. */
    public ObjectProperty<TimeRange> rangeProperty() {
        return range;
    }

    /** How far reading has come. */
    public PagedState paging() {
        return paging;
    }

    /** How many of the newest messages were left out to keep the window bounded. */
    public ReadOnlyIntegerProperty newerLeftOutProperty() {
        return newerLeftOut.getReadOnlyProperty();
    }

    /** The part of the conversation that is shown instead of the newest messages, or null. */
    ReadOnlyObjectProperty<@Nullable MessageWindow> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** The message to scroll to, or null: the one that was just sent, or that was looked for. */
    public ReadOnlyObjectProperty<@Nullable RevealedMessage> revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    /** Whether an answer is awaited. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return slot.runningProperty();
    }

    /** What the pane shows. */
    public ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
