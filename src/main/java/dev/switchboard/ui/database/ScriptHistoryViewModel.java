package dev.switchboard.ui.database;

import dev.switchboard.postgres.admin.ScriptHistory;
import dev.switchboard.postgres.admin.ScriptHistory.PastScript;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The SQL scripts that were run before, and going back to them in the editor. */
final class ScriptHistoryViewModel {
    private static final Messages TEXT = Messages.of(ScriptHistoryViewModel.class);
    private final UiContext context;
    private final StringProperty script;
    private final ScriptHistory history;
    private final LatestJobRunner reading;
    private final ObservableList<PastScript> scripts = FXCollections.observableArrayList();
    private String draft = "";
    private int at = -1;

    /** @param script the text of the editor */
    ScriptHistoryViewModel(UiContext context, StringProperty script) {
        this.context = context;
        this.script = script;
        history = new ScriptHistory(context.session().home(), context.session().environment());
        reading = context.jobs().slot();
    }

    /** The scripts, the newest first. */
    ObservableList<PastScript> scripts() {
        return scripts;
    }

    /** Reads the scripts of earlier sessions. */
    void read() {
        reading.start(TEXT.get("sql.history-reading"), progress -> history.list(), scripts::setAll, context.dialogs()::error);
    }

    /** Adds a script that is run. */
    void add(String text) {
        at = -1;
        PastScript added = new PastScript(Instant.now(), text);
        reading.start(TEXT.get("sql.history-writing"), progress -> history.add(added), scripts::setAll, context.dialogs()::error);
    }

    /** Puts the script before the one in the editor into it; what was being written comes back after the newest. */
    void older() {
        go(at + 1);
    }

    /** Puts the script after the one in the editor into it. */
    void newer() {
        go(at - 1);
    }

    private void go(int to) {
        List<PastScript> all = List.copyOf(scripts);
        if (to < -1 || to >= all.size()) {
            return;
        }
        if (at < 0) {
            draft = script.get();
        }
        // The script that was just run is the one in the editor.
        int next = to == 0 && at < 0 && all.getFirst().text().equals(draft) && all.size() > 1 ? 1 : to;
        at = next;
        script.set(next < 0 ? draft : all.get(next).text());
    }

    /** Puts a script into the editor. */
    void take(PastScript past) {
        go(scripts.indexOf(past));
    }
}
