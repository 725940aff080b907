package dev.switchboard.ui.items.tabs;

import dev.switchboard.ui.common.UiContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Makes the contents of tabs. */
public final class TabFactory {
    private static final long BATCH_MILLIS = 100;
    private final UiContext context;
    private final TableNames tables;
    private final Executor soon =
            CompletableFuture.delayedExecutor(BATCH_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater);

    public TabFactory(UiContext context, TableNames tables) {
        this.context = context;
        this.tables = tables;
    }

    /**
     * Makes the content of a tab.
     *
     * @param text what it shows; empty for a new one
     */
    public TabContent make(TabKind kind, String text) {
        return switch (kind) {
            case QUERY -> query(text);
            case PARTIQL -> new PartiqlTab(context, text);
        };
    }

    private QueryTabController query(String text) {
        QueryTabController made = new QueryTabController(context, tables, new QueryTabViewModel(context, tables, soon));
        if (!text.isEmpty()) {
            made.show(text);
        }
        return made;
    }

    /** Makes a tab that scans a table. */
    public TabContent scan(String table) {
        QueryTabController made = query("");
        made.open(table);
        return made;
    }

    /** Makes a tab that runs a query, given as its text. */
    public TabContent run(String text) {
        QueryTabController made = query("");
        made.run(text);
        return made;
    }

    /** Runs a query in a tab, if its kind can. */
    public boolean run(TabContent content, String text) {
        if (content instanceof QueryTabController query) {
            query.run(text);
            return true;
        }
        return false;
    }

    /** Scans a table in a tab, if its kind can. */
    public boolean scan(TabContent content, String table) {
        if (content instanceof QueryTabController query) {
            query.open(table);
            return true;
        }
        return false;
    }
}
