package dev.switchboard.ui.items.tabs;

import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.freshness.AsOf;
import dev.switchboard.ui.items.partiql.PartiqlPane;
import java.time.Instant;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** A tab with PartiQL statements. */
final class PartiqlTab implements TabContent {
    private static final Messages TEXT = Messages.of(PartiqlTab.class);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXT.get("tab.partiql"));
    private final PartiqlPane pane;

    PartiqlTab(UiContext context, String text) {
        pane = PartiqlPane.of(context);
        pane.setText(text);
    }

    @Override
    public Parent root() {
        return pane.root();
    }

    @Override
    public TabKind kind() {
        return TabKind.PARTIQL;
    }

    @Override
    public ObservableValue<String> titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> textProperty() {
        return pane.textProperty();
    }

    /** Statements can write, so that nothing but the buttons and keys of the editor runs them. */
    @Override
    public void refresh() {}

    @Override
    public boolean isUnused() {
        return false;
    }

    @Override
    public void focusFilter() {
        pane.focus();
    }

    @Override
    public boolean escape() {
        return pane.escape();
    }

    @Override
    public void changed(Set<DataChange> changes) {
        if (changes.stream().anyMatch(DataChange.Tables.class::isInstance)) {
            pane.refresh();
        }
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return AsOf.NEVER;
    }

    @Override
    public String unsaved() {
        return "";
    }

    @Override
    public void discard() {}

    @Override
    public void close() {
        pane.close();
    }
}
