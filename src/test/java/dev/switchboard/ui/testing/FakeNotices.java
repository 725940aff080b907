package dev.switchboard.ui.testing;

import dev.switchboard.session.DataChange;
import dev.switchboard.ui.common.notice.Notice;
import dev.switchboard.ui.common.notice.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Records notifications. */
public final class FakeNotices implements Notices {
    /** The texts, in order. */
    public final List<String> said = new ArrayList<>();
    /** The last offered action, or null. */
    public Runnable offered;
    /** What withdraws the last offered action, or null. */
    public Predicate<DataChange> withdrawal;

    @Override
    public void done(String text) {
        said.add(text);
    }

    @Override
    public void done(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        withdrawal = withdrawnBy;
        said.add(text + " [" + actionName + "]");
        offered = action;
    }

    @Override
    public void brief(String text, String actionName, Runnable action, Predicate<DataChange> withdrawnBy) {
        done(text, actionName, action, withdrawnBy);
    }

    @Override
    public void warn(String text) {
        said.add("! " + text);
    }

    @Override
    public void warn(String text, String actionName, Runnable action) {
        said.add("! " + text + " [" + actionName + "]");
        offered = action;
    }

    @Override
    public ObservableList<Notice> all() {
        return FXCollections.observableArrayList();
    }
}
