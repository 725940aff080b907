package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Dialogs of the window. Each dialog shows the frame of the environment, and its default button is labeled with the action. */
public interface Dialogs {
    /**
     * Requires a word to be typed before data is destroyed.
     *
     * @param destroys describes what is destroyed and how it can be restored
     * @param word the word to type, such as the name of the table
     * @param actionName label of the confirm button
     * @return the typed word, or empty if the dialog was canceled
     */
    Optional<String> confirmTyped(String title, String destroys, String word, String actionName);

    /** Asks for confirmation of an action that can be undone or that has a cost. */
    boolean confirm(String title, String text, String actionName);

    /** The same for an action that takes something away, and whose default button is therefore Cancel. */
    boolean confirmDestructive(String title, String text, String actionName);

    /**
     * Asks for confirmation of an action that cannot be undone. Cancel is the default button.
     *
     * @param detail what the action is about, such as a statement; shown whole
     */
    default boolean confirmDestructive(String title, String text, String detail, String actionName) {
        return confirm(title, text + "\n" + detail, actionName);
    }

    /**
     * Asks which of several actions to take.
     *
     * @param cancel what the button bears that takes none of them
     * @param actions what the other buttons bear, the usual one first
     * @return the action chosen, or empty
     */
    Optional<String> choose(String title, String text, String cancel, String... actions);

    /** Shows an error with its remedy and technical details for copying. */
    void error(Explanation explanation);

    /** Shows information that needs no decision. */
    void info(String title, String text);

    /**
     * Shows content that needs no decision, in a dialog that can be resized.
     *
     * @param content its first control gets the focus
     */
    void content(String title, Node content);

    /**
     * Shows a form. The focus begins at its first field.
     *
     * @param content the form; with {@link dev.switchboard.ui.common.form.FormErrors} it shows by itself what is wrong with it when the
     *     button is pressed
     * @param invalid while true, the button is disabled or, with such errors, does not confirm; null if the form is always valid
     * @return whether the form was confirmed
     */
    boolean form(String title, Node content, String actionName, @Nullable ObservableBooleanValue invalid);

    /** Asks for an existing file; the extensions are patterns such as {@code *.json}. */
    Optional<Path> openFile(String title, String kind, String... extensions);

    /**
     * Asks where to save a file; the platform asks whether to replace one that exists.
     *
     * @param name the suggested file name
     * @param extensions patterns such as {@code *.json}
     */
    Optional<Path> saveFile(String title, String name, String kind, String... extensions);
}
