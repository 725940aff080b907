package dev.switchboard.ui.testing;

import dev.switchboard.ui.common.Notices;
import java.util.ArrayList;
import java.util.List;

/** Records notifications. */
public final class FakeNotices implements Notices {
    /** The texts, in order. */
    public final List<String> said = new ArrayList<>();
    /** The last offered action, or null. */
    public Runnable offered;

    @Override
    public void done(String text) {
        said.add(text);
    }

    @Override
    public void done(String text, String actionName, Runnable action) {
        said.add(text + " [" + actionName + "]");
        offered = action;
    }

    @Override
    public void brief(String text, String actionName, Runnable action) {
        done(text, actionName, action);
    }

    @Override
    public void warn(String text) {
        said.add("! " + text);
    }
}
