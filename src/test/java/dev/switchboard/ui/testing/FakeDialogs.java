package dev.switchboard.ui.testing;

import dev.switchboard.failure.Explanation;
import dev.switchboard.ui.common.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** An operator who answers each question as the test says, and remembers what was asked. */
public final class FakeDialogs implements Dialogs {
    /** The titles and texts of all questions, in order. */
    public final List<String> asked = new ArrayList<>();
    /** What failed, in order. */
    public final List<Explanation> errors = new ArrayList<>();
    /** Whether questions are answered with yes. */
    public boolean agrees = true;
    /** What is typed where a line of text or a word is asked for; null types the word that is asked for. */
    public String types;
    /** The file that is chosen; null cancels the choice. */
    public Path file;

    @Override
    public Optional<String> confirmTyped(String title, String destroys, String word, String actionName) {
        asked.add(title + "\n" + destroys + "\n" + word + "\n" + actionName);
        return agrees ? Optional.of(types == null ? word : types) : Optional.empty();
    }

    @Override
    public boolean confirm(String title, String text, String actionName) {
        asked.add(title + "\n" + text + "\n" + actionName);
        return agrees;
    }

    @Override
    public void error(Explanation explanation) {
        errors.add(explanation);
    }

    @Override
    public void info(String title, String text) {
        asked.add(title + "\n" + text);
    }

    @Override
    public boolean form(String title, Node content, String actionName, ObservableBooleanValue invalid) {
        asked.add(title + "\n" + actionName);
        return agrees && (invalid == null || !invalid.get());
    }

    @Override
    public Optional<Path> openFile(String title, String kind, String... extensions) {
        asked.add(title);
        return Optional.ofNullable(file);
    }
}
