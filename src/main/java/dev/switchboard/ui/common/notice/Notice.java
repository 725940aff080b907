package dev.switchboard.ui.common.notice;

import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A notification. JavaFX thread only. */
public final class Notice {
    private final Instant at;
    private final boolean warning;
    private final String text;
    private final boolean brief;
    private final ReadOnlyObjectWrapper<@Nullable NoticeAction> action = new ReadOnlyObjectWrapper<>();

    /**
     * @param warning whether an action was not completed as requested
     * @param brief whether it stays in front for a few seconds only, although it may offer an action
     * @param action the follow-up action; null for none
     */
    Notice(Instant at, boolean warning, String text, boolean brief, @Nullable NoticeAction action) {
        this.at = at;
        this.warning = warning;
        this.text = text;
        this.brief = brief;
        this.action.set(action);
    }

    /** When it was given. */
    public Instant at() {
        return at;
    }

    /** Whether it reports that an action was not completed as requested. */
    public boolean warning() {
        return warning;
    }

    /** What happened, in one or more sentences. */
    public String text() {
        return text;
    }

    /** The follow-up action; null if there is none, or if it was used or is no longer possible. */
    public @Nullable NoticeAction action() {
        return action.get();
    }

    /** The same as a property. */
    public ReadOnlyObjectProperty<@Nullable NoticeAction> actionProperty() {
        return action.getReadOnlyProperty();
    }

    boolean brief() {
        return brief;
    }

    void withdrawAction() {
        action.set(null);
    }
}
