package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Questions to the operator. Each dialog bears the environment's frame, and its confirming button the action's name. */
public interface Dialogs {
    /**
     * Asks for a word to be typed before something is destroyed.
     *
     * @param destroys what will be destroyed, and what is done to get it back
     * @param word what must be typed, such as the table's name
     * @param actionName what the confirming button bears
     * @return the typed word, or empty where the operator thought better of it
     */
    Optional<String> confirmTyped(String title, String destroys, String word, String actionName);

    /** Asks before something that can be undone, or that costs. */
    boolean confirm(String title, String text, String actionName);

    /** Says what failed, what to do, and holds the details for copying. */
    void error(Explanation explanation);

    /** Says something that needs no decision. */
    void info(String title, String text);

    /**
     * Shows a form of the caller's own.
     *
     * @param invalid while true the confirming button is disabled; null where it never is
     * @return whether it was confirmed
     */
    boolean form(String title, Node content, String actionName, @Nullable ObservableBooleanValue invalid);

    /** Asks for a file that exists; the extensions are patterns such as {@code *.json}. */
    Optional<Path> openFile(String title, String kind, String... extensions);
}
