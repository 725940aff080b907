package dev.switchboard.ui.common.notice;

import dev.switchboard.session.DataChange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The notifications of a session, newest first. The one in front is new for a few seconds; then one whose action is still possible takes its
 * place, and otherwise it stays as something that can still be read. JavaFX thread only.
 */
public final class NoticeLog implements Notices {
    /** How many notifications are kept. */
    public static final int KEPT = 200;

    /** How long a notification without an action stays in front as a new one. */
    static final Duration NEW_FOR = Duration.ofSeconds(6);

    /** The same for a warning, which is longer and not expected. */
    static final Duration WARNING_FOR = Duration.ofSeconds(20);

    private final InstantSource clock;
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Notice> front = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper actions = new ReadOnlyIntegerWrapper();
    private @Nullable Notice dismissed;

    /** @param clock the time of the notifications */
    public NoticeLog(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void done(String text) {
        add(false, text, false, null);
    }

    @Override
    public void done(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        add(false, text, false, new NoticeAction(actionName, action, withdrawnBy));
    }

    @Override
    public void brief(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        add(false, text, true, new NoticeAction(actionName, action, withdrawnBy));
    }

    @Override
    public void warn(String text) {
        add(true, text, false, null);
    }

    @Override
    public void warn(String text, String actionName, Runnable action) {
        add(true, text, true, new NoticeAction(actionName, action, later -> false));
    }

    private void add(boolean warning, String text, boolean brief, @Nullable NoticeAction action) {
        notices.addFirst(new Notice(clock.instant(), warning, text, brief, action));
        if (notices.size() > KEPT) {
            notices.removeLast();
        }
        tick();
    }

    @Override
    public ObservableList<Notice> all() {
        return FXCollections.unmodifiableObservableList(notices);
    }

    /** The notification in front; null if there was none yet. */
    public ReadOnlyObjectProperty<@Nullable Notice> frontProperty() {
        return front.getReadOnlyProperty();
    }

    /** Whether the one in front is new or can be acted on, and not only still there to be read. */
    public ReadOnlyBooleanProperty freshProperty() {
        return fresh.getReadOnlyProperty();
    }

    /** How many notifications can still be acted on. */
    public ReadOnlyIntegerProperty actionsProperty() {
        return actions.getReadOnlyProperty();
    }

    /** Looks which notification is in front now; called a few times each second. */
    public void tick() {
        Instant now = clock.instant();
        Notice newest = notices.isEmpty() ? null : notices.getFirst();
        Notice shown = newest;
        if (newest == null || !inFront(newest, now)) {
            shown = notices.stream().filter(notice -> inFront(notice, now)).findFirst().orElse(newest);
        }
        front.set(shown);
        fresh.set(shown != null && inFront(shown, now));
        actions.set((int) notices.stream().filter(notice -> notice.action() != null).count());
    }

    private boolean inFront(Notice notice, Instant now) {
        if (dismissed != null && !notice.at().isAfter(dismissed.at())) {
            return false;
        }
        Duration staysFor = notice.warning() ? WARNING_FOR : NEW_FOR;
        return (notice.action() != null && !notice.brief()) || now.isBefore(notice.at().plus(staysFor));
    }

    /** Runs the action of a notification, which can be used once. */
    public void act(Notice notice) {
        NoticeAction action = notice.action();
        if (action != null) {
            notice.withdrawAction();
            tick();
            action.run().run();
        }
    }

    /** Takes the notification in front, and all before it, out of the way. They stay in the list, and can still be acted on there. */
    public void dismiss() {
        dismissed = front.get();
        tick();
    }

    /** Withdraws the actions that a change makes impossible. */
    public void changed(DataChange change) {
        for (Notice notice : List.copyOf(notices)) {
            NoticeAction action = notice.action();
            if (action != null && action.withdrawnBy().test(change)) {
                notice.withdrawAction();
            }
        }
        tick();
    }

    /** Removes all notifications, so that they are not shown in another environment. */
    public void clear() {
        notices.clear();
        dismissed = null;
        tick();
    }
}
