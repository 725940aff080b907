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
import dev.switchboard.users.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The conversations of one user, newest first, page by page. Only the message group items of that user are read. */
public final class GroupsViewModel {
    /** Conversations per page. */
    public static final int PAGE = 20;

    // An eventually consistent query may not return what was just written.
    private static final int REREADS = 5;
    private static final Duration REREAD_AFTER = Duration.ofMillis(300);
    private static final Messages TEXT = Messages.of(GroupsViewModel.class);
    private final ConversationQueries queries;
    private final MissingTableDetector problems;
    private final LatestJobRunner slot;
    private final LatestJobRunner problemSlot;
    private final PagedState paging = new PagedState();
    private final UnreadWrites<Message> unread = new UnreadWrites<>();
    private final ObservableList<MessageGroup> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable User> user = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<TimeRange> range = new SimpleObjectProperty<>(new TimeRange.All());
    private final SelectedRow<MessageGroup> chosen = new SelectedRow<>();
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final AsOf asOf = new AsOf();
    private Runnable startOne = () -> {};
    private Runnable seedOne = () -> {};
    private @Nullable String wanted;
    private boolean waitFor;
    private int rereads;

    public GroupsViewModel(ConversationQueries queries, MissingTableDetector problems, UiJobs jobs) {
        this.queries = queries;
        this.problems = problems;
        this.slot = jobs.slot();
        this.problemSlot = problems.slot();
        range.addListener((observable, old, now) -> reload());
        state.set(noUser());
    }

    /** Sets the actions of the empty state: start a conversation and seed one. */
    void emptyStateActions(Runnable start, Runnable seed) {
        startOne = start;
        seedOne = seed;
    }

    /** Shows the conversations of a user, or none. A pending result for the previous user is discarded. */
    public void show(@Nullable User now) {
        show(now, null);
    }

    /** Takes over the row of the user, which has changed; the conversations stay as they are. */
    void updated(User now) {
        user.set(now);
    }

    /** The same, and selects a conversation once it is loaded. */
    void show(@Nullable User now, @Nullable String groupUuid) {
        user.set(now);
        wanted = groupUuid;
        clear();
        reload();
    }

    /** Reloads the first page and keeps the selection. */
    public void reload() {
        User of = user.get();
        slot.cancel();
        problemSlot.cancel();
        unread.readBegins();
        if (of == null) {
            clear();
            state.set(noUser());
            return;
        }
        if (of.uuid().isBlank()) {
            clear();
            state.set(new ViewState.Empty("fth-user", TEXT.get("groups.no-uuid"), TEXT.get("groups.no-uuid.text"), null));
            return;
        }
        if (rows.isEmpty()) {
            state.set(new ViewState.Loading(TEXT.get("groups.loading", of.handle())));
        }
        readFirst(of, this::first);
    }

    private void readFirst(User of, Consumer<Page<MessageGroup>> done) {
        TimeRange within = range.get();
        boolean again = rereads > 0;
        asOf.begins();
        slot.start(TEXT.get("groups.job", of.handle()), progress -> {
            if (again) {
                Thread.sleep(REREAD_AFTER);
            }
            return queries.groups(of.uuid(), within, PAGE, null);
        }, done, this::failed);
    }

    /** Reloads the first page because it may have changed, and keeps the pages behind it. */
    void follow() {
        User of = user.get();
        if (of == null || !(state.get() instanceof ViewState.Content)) {
            reload();
            return;
        }
        unread.readBegins();
        readFirst(of, this::followed);
    }

    private void followed(Page<MessageGroup> page) {
        List<MessageGroup> behind = FirstPageMerger.remaining(rows, page.rows(), page.more(), MessageGroup::uuid);
        if (behind.isEmpty()) {
            first(page);
            return;
        }
        MessageGroup before = chosen.get();
        List<MessageGroup> merged = withUnreadMessages(page.rows());
        behind.stream().filter(row -> GroupRows.find(merged, row.uuid()).isEmpty()).forEach(merged::add);
        paging.readAgain(page);
        asOf.arrived();
        chosen.whileReplacing(() -> rows.setAll(merged));
        chosen.set(before == null ? null : find(before.uuid()).orElse(null));
    }

    /** Loads the next page unless there is none or one is being loaded. */
    public void loadMore() {
        User of = user.get();
        var from = paging.next();
        if (of == null || from == null || slot.runningProperty().get()) {
            return;
        }
        paging.failed(null);
        unread.readBegins();
        TimeRange within = range.get();
        slot.start(TEXT.get("groups.job", of.handle()), progress -> queries.groups(of.uuid(), within, PAGE, from),
                this::further, paging::failed);
    }

    private void first(Page<MessageGroup> page) {
        MessageGroup before = chosen.get();
        String keep = wanted != null ? wanted : before == null ? null : before.uuid();
        paging.clear();
        paging.read(page);
        List<MessageGroup> read = withUnreadMessages(page.rows());
        chosen.whileReplacing(() -> rows.setAll(read));
        if (wanted != null && waitFor && find(wanted).isEmpty() && rereads < REREADS) {
            rereads++;
            reload();
            return;
        }
        asOf.arrived();
        rereads = 0;
        waitFor = false;
        wanted = null;
        chosen.set(keep == null ? null : find(keep).orElse(null));
        boolean empty = rows.isEmpty() && !page.more();
        none.set(empty && range.get() instanceof TimeRange.All);
        state.set(empty ? noGroups() : ViewState.CONTENT);
    }

    private void further(Page<MessageGroup> page) {
        paging.read(page);
        List<MessageGroup> merged = new ArrayList<>(rows);
        withUnreadMessages(page.rows()).stream().filter(row -> row.uuid().isEmpty() || find(row.uuid()).isEmpty()).forEach(merged::add);
        if (TimeOrder.sortNewestFirst(merged, MessageGroup::lastMessageAt)) {
            paging.orderDiffers();
        }
        chosen.whileReplacing(() -> rows.setAll(merged));
    }

    private List<MessageGroup> withUnreadMessages(List<MessageGroup> page) {
        return GroupRows.withMessages(page, rows, unread.all(), range.get() instanceof TimeRange.All);
    }

    private void failed(Explanation failure) {
        clear();
        problems.explain(problemSlot, failure, this::reload, state::set);
    }

    private void clear() {
        asOf.clear();
        paging.clear();
        none.set(false);
        chosen.set(null);
        chosen.whileReplacing(rows::clear);
    }

    private ViewState noUser() {
        return new ViewState.Empty("fth-user", TEXT.get("groups.no-user"), TEXT.get("groups.no-user.text"), null);
    }

    private ViewState noGroups() {
        return range.get() instanceof TimeRange.All
                ? new ViewState.Empty("fth-message-circle", TEXT.get("groups.none"), TEXT.get("groups.none.text"),
                        new ViewState.Action(TEXT.get("groups.none.start"), startOne))
                : new ViewState.Empty("fth-calendar", TEXT.get("groups.none-in-range"), TEXT.get("groups.none-in-range.text"),
                        new ViewState.Action(TEXT.get("groups.none-in-range.action"), () -> range.set(new TimeRange.All())));
    }

    /** Opens the screen that seeds a conversation. */
    public void seedOne() {
        seedOne.run();
    }

    /** Selects a conversation now if it is loaded, otherwise after the first page is loaded next. */
    public void select(String groupUuid) {
        Optional<MessageGroup> group = find(groupUuid);
        wanted = group.isPresent() ? null : groupUuid;
        group.ifPresent(chosen::set);
    }

    /** Selects a conversation that may be on a page that is not loaded yet. */
    void showFound(MessageGroup group) {
        if (find(group.uuid()).isEmpty()) {
            List<MessageGroup> with = new ArrayList<>(rows);
            with.add(group);
            TimeOrder.sortNewestFirst(with, MessageGroup::lastMessageAt);
            chosen.whileReplacing(() -> rows.setAll(with));
            none.set(false);
            state.set(ViewState.CONTENT);
        }
        select(group.uuid());
    }

    /** Selects a conversation that was just created; resets a range that would hide it. */
    void showNew(String groupUuid) {
        wanted = groupUuid;
        waitFor = true;
        if (range.get() instanceof TimeRange.All) {
            reload();
        } else {
            range.set(new TimeRange.All());
        }
    }

    /** Reloads the first page and selects a conversation of it. */
    void readFor(String groupUuid) {
        wanted = groupUuid;
        reload();
    }

    private Optional<MessageGroup> find(String groupUuid) {
        return GroupRows.find(rows, groupUuid);
    }

    /** Updates a conversation after a message was sent, as the transaction did in the table. */
    void moved(Message last) {
        unread.add(last);
        find(last.group()).ifPresent(row -> {
            boolean wasChosen = row.equals(chosen.get());
            MessageGroup now = GroupRows.after(row, last);
            List<MessageGroup> reordered = new ArrayList<>(rows);
            reordered.set(rows.indexOf(row), now);
            TimeOrder.sortNewestFirst(reordered, MessageGroup::lastMessageAt);
            chosen.whileReplacing(() -> {
                rows.setAll(reordered);
                if (wasChosen) {
                    chosen.set(now);
                }
            });
        });
    }

    /** When the first page was read. */
    AsOf asOf() {
        return asOf;
    }

    /** The loaded conversations, newest first. */
    public ObservableList<MessageGroup> rows() {
        return rows;
    }

    /** The user whose conversations these are, or null. */
    public ReadOnlyObjectProperty<@Nullable User> userProperty() {
        return user.getReadOnlyProperty();
    }

    /** The range of the last message by which conversations are filtered. */
    public ObjectProperty<TimeRange> rangeProperty() {
        return range;
    }

    /** The selected conversation. */
    public SelectedRow<MessageGroup> chosen() {
        return chosen;
    }

    /** Whether the user has no conversations at all. */
    public ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    /** The paging state. */
    public PagedState paging() {
        return paging;
    }

    /** Whether a page is being loaded. */
    public ReadOnlyBooleanProperty loadingProperty() {
        return slot.runningProperty();
    }

    /** The state of the pane. */
    public ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
