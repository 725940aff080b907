package dev.switchboard.ui.testing;

import dev.switchboard.ui.common.Navigator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Records navigation, such as {@code users {handle=ada}}. */
public final class FakeNavigator implements Navigator {
    /** The opened screens, in order. */
    public final List<String> ways = new ArrayList<>();

    @Override
    public void open(String screenId, Map<String, String> arguments) {
        ways.add(arguments.isEmpty() ? screenId : screenId + " " + arguments);
    }

    @Override
    public void reopen() {
        ways.add("reopen");
    }
}
