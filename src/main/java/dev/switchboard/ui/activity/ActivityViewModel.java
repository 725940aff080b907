package dev.switchboard.ui.activity;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.activity.Backend;
import dev.switchboard.activity.Call;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.ViewState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The calls of the session as they occur, filtered, with totals. */
final class ActivityViewModel {
    private static final Messages TEXT = Messages.of(ActivityViewModel.class);
    private final ActivityLog log;
    private final ObservableList<Call> calls = FXCollections.observableArrayList();
    private final FilteredList<Call> shown = new FilteredList<>(calls);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Backend> backend = new SimpleObjectProperty<>();
    private final BooleanProperty failedOnly = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper sums = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ViewState> state = new ReadOnlyObjectWrapper<>(ViewState.CONTENT);
    private long seen = -1;

    ActivityViewModel(ActivityLog log) {
        this.log = log;
        filter.addListener((observable, old, now) -> narrow());
        backend.addListener((observable, old, now) -> narrow());
        failedOnly.addListener((observable, old, now) -> narrow());
        update();
    }

    /** The calls that match the filter, newest first. */
    FilteredList<Call> shown() {
        return shown;
    }

    /** Words, all of which must occur in the operation, target, backend, or error. */
    StringProperty filterProperty() {
        return filter;
    }

    /** The backend whose calls are shown; null for all. */
    ObjectProperty<@Nullable Backend> backendProperty() {
        return backend;
    }

    BooleanProperty failedOnlyProperty() {
        return failedOnly;
    }

    /** Count, failures, capacity, and total duration of the calls shown. */
    ReadOnlyStringProperty sumsProperty() {
        return sums.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ViewState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Adds the calls made since the last update; cheap if there are none. Called a few times per second rather than for each call. */
    void update() {
        long made = log.made();
        if (made == seen) {
            return;
        }
        List<Call> now = log.calls();
        long newest = calls.isEmpty() ? 0 : calls.getFirst().number();
        // Only new calls are inserted at the top, so that the selection stays on its call.
        List<Call> fresh = now.stream().filter(call -> call.number() > newest).toList();
        calls.addAll(0, fresh);
        if (calls.size() > now.size()) {
            calls.remove(now.size(), calls.size());
        }
        seen = made;
        count();
    }

    private void narrow() {
        String[] words = filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+");
        @Nullable Backend only = backend.get();
        boolean failed = failedOnly.get();
        shown.setPredicate(call -> (only == null || call.backend() == only) && (!failed || !call.succeeded()) && holds(call, words));
        count();
    }

    private static boolean holds(Call call, String[] words) {
        String text = (call.operation() + ' ' + call.target() + ' ' + call.backend().title() + ' '
                + (call.error() == null ? "" : call.error()))
                .toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private void count() {
        long failed = shown.stream().filter(call -> !call.succeeded()).count();
        double read = shown.stream().mapToDouble(Call::readCapacity).sum();
        double write = shown.stream().mapToDouble(Call::writeCapacity).sum();
        Duration time = shown.stream().map(Call::duration).reduce(Duration.ZERO, Duration::plus);
        sums.set(TEXT.get(
                "sums", shown.size(), failed, Formats.capacity(read), Formats.capacity(write), Formats.duration(time)));
        if (calls.isEmpty()) {
            state.set(new ViewState.Empty("fth-clock", TEXT.get("empty.title"), TEXT.get("empty.text"), null));
        } else if (shown.isEmpty()) {
            ViewState.Action all = new ViewState.Action(TEXT.get("none.action"), this::showAll);
            state.set(new ViewState.Empty("fth-filter", TEXT.get("none.title"), TEXT.get("none.text", calls.size()), all));
        } else {
            state.set(ViewState.CONTENT);
        }
    }

    private void showAll() {
        filter.set("");
        backend.set(null);
        failedOnly.set(false);
    }
}
