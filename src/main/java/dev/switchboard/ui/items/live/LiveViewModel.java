package dev.switchboard.ui.items.live;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.stream.StreamEvent;
import dev.switchboard.dynamodb.stream.StreamTail;
import dev.switchboard.dynamodb.table.TableUpdate;
import dev.switchboard.dynamodb.table.TableUpdateResult;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.ForwardingProgress;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Follows the stream of one table. Changes arrive on the job's thread and are shown in batches. JavaFX thread only. */
final class LiveViewModel {
    /** The most changes that are shown; older ones are dropped. */
    static final int MOST = 5_000;

    private static final Messages TEXT = Messages.of(LiveViewModel.class);
    private static final String VIEW = "NEW_AND_OLD_IMAGES";
    private final UiContext context;
    private final String table;
    private final Executor later;
    private final LatestJobRunner slot;
    private final ObservableList<StreamEvent> events = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LiveState> state = new ReadOnlyObjectWrapper<>(LiveState.STOPPED);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Explanation> failure = new ReadOnlyObjectWrapper<>();
    private final Map<StreamEvent.Kind, Long> counts = new EnumMap<>(StreamEvent.Kind.class);
    private EventBuffer buffer = new EventBuffer(MOST);
    private volatile List<String> keys = List.of();
    private long arrivedAtTick;
    private long perSecond;

    /** @param later runs on the JavaFX thread after a short time in which further changes arrive */
    LiveViewModel(UiContext context, String table, Executor later) {
        this.context = context;
        this.table = table;
        this.later = later;
        slot = context.jobs().slot();
        tell();
    }

    String table() {
        return table;
    }

    /** The key attributes in the order of the table; empty until they are known. */
    List<String> keys() {
        return keys;
    }

    /** The changes that are shown, newest first. */
    ObservableList<StreamEvent> events() {
        return events;
    }

    ReadOnlyObjectProperty<LiveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The counts, such as {@code 3 inserted · 1 modified · 0 removed · 2/s}. */
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What the operator has to know, such as that the stream cannot be read at the moment; empty if nothing. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** What ended it; null if nothing did. */
    ReadOnlyObjectProperty<@Nullable Explanation> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Follows the changes from now on. The changes that are shown stay. Does nothing while it follows. */
    void start() {
        if (state.get().isFollowing()) {
            return;
        }
        EventBuffer fresh = new EventBuffer(MOST);
        buffer = fresh;
        arrivedAtTick = 0;
        failure.set(null);
        note.set("");
        state.set(LiveState.STARTING);
        slot.start(
                TEXT.get("job.follow", table),
                progress -> follow(fresh, progress),
                hasStream -> state.set(hasStream ? LiveState.STOPPED : LiveState.NO_STREAM),
                this::failed);
    }

    /** Returns false if there is no stream. */
    private boolean follow(EventBuffer into, Progress progress) {
        if (!context.session().tables().hasStream(table)) {
            return false;
        }
        keys = context.session().tables().describe(table).keys().stream().map(KeyAttribute::name).toList();
        Progress told = new Started(progress, () -> context.jobs().later(this::started));
        context.session().explorer().tail().follow(table, StreamTail.From.LATEST, event -> {
            if (into.add(event)) {
                later.execute(() -> show(into));
            }
            return true;
        }, text -> context.jobs().later(() -> note.set(text)), told);
        return true;
    }

    private void started() {
        if (state.get() == LiveState.STARTING) {
            state.set(LiveState.RUNNING);
        }
    }

    private void failed(Explanation explanation) {
        failure.set(explanation);
        state.set(LiveState.FAILED);
        show(buffer);
    }

    private void show(EventBuffer from) {
        if (from != buffer) {
            return;
        }
        if (state.get() == LiveState.PAUSED) {
            from.leave();
            tell();
            return;
        }
        List<StreamEvent> batch = from.take();
        if (!batch.isEmpty()) {
            // What can be read again needs no words any more.
            note.set("");
        }
        batch.forEach(event -> counts.merge(event.kind(), 1L, Long::sum));
        events.addAll(0, batch.reversed());
        if (events.size() > MOST) {
            events.remove(MOST, events.size());
        }
        tell();
    }

    /** Shows nothing new until {@link #resume}. It goes on to follow, and keeps the newest changes. */
    void pause() {
        if (state.get() == LiveState.RUNNING) {
            state.set(LiveState.PAUSED);
            tell();
        }
    }

    /** Shows what has arrived since the pause, and goes on. */
    void resume() {
        if (state.get() == LiveState.PAUSED) {
            state.set(LiveState.RUNNING);
            show(buffer);
        }
    }

    /** Ends following. The changes stay. */
    void stop() {
        if (state.get().isFollowing()) {
            slot.cancel();
            state.set(LiveState.STOPPED);
            show(buffer);
        }
    }

    /** Forgets the changes that are shown, and the counts. */
    void clear() {
        events.clear();
        counts.clear();
        tell();
    }

    /** Counts the changes of the last second; called each second while it is shown. */
    void tick() {
        long arrived = buffer.arrived();
        perSecond = arrived - arrivedAtTick;
        arrivedAtTick = arrived;
        tell();
    }

    private void tell() {
        String text =
                TEXT.get("status.counts", count(StreamEvent.Kind.INSERT), count(StreamEvent.Kind.MODIFY), count(StreamEvent.Kind.REMOVE),
                        perSecond);
        status.set(state.get() == LiveState.PAUSED ? text + " · " + TEXT.get("status.waiting", buffer.size()) : text);
    }

    private long count(StreamEvent.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Asks, turns on the stream of the table, and follows it. */
    void enableStream() {
        boolean messages = table.equals(context.session().settings().messagesTable());
        String text = TEXT.get("enable.text", table) + (messages ? "\n\n" + TEXT.get("enable.messages") : "");
        if (!context.dialogs().confirm(TEXT.get("enable.title"), text, TEXT.get("enable.action"))) {
            return;
        }
        TableUpdate update = new TableUpdate(null, null, VIEW, null, null, null);
        context.jobs().start(
                TEXT.get("enable.job", table),
                progress -> context.session().tables().update(table, update, progress),
                (TableUpdateResult result) -> start(),
                context.dialogs()::error);
    }

    /** Tells when following has begun. */
    private static final class Started extends ForwardingProgress {
        private final Runnable told;

        Started(Progress progress, Runnable told) {
            super(progress);
            this.told = told;
        }

        @Override
        public void step(String text) {
            super.step(text);
            told.run();
        }
    }
}
