package dev.switchboard.ui.testing;

import dev.switchboard.failure.Explanation;
import dev.switchboard.ui.common.Dialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Answers dialogs as configured by the test and records them. */
public final class FakeDialogs implements Dialogs {
    /** The titles and texts of all dialogs, in order. */
    public final List<String> asked = new ArrayList<>();
    /** The errors shown, in order. */
    public final List<Explanation> errors = new ArrayList<>();
    /** Whether dialogs are confirmed. */
    public boolean agrees = true;
    /** Fills in the content of a form before it is confirmed. */
    public Consumer<Node> fills = content -> {};
    /** The text to type; null types the requested word. */
    public String types;
    /** The file to choose; null cancels the file chooser. */
    public Path file;
    /** Where to save a file; null cancels the file chooser. */
    public Path saveTo;

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
    public boolean confirmDestructive(String title, String text, String actionName) {
        return confirm(title, text, actionName);
    }

    @Override
    public Optional<String> choose(String title, String text, String cancel, String... actions) {
        asked.add(title + "\n" + text + "\n" + String.join(", ", actions));
        return agrees ? Optional.of(actions[0]) : Optional.empty();
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
    public void content(String title, Node content) {
        asked.add(title);
        fills.accept(content);
    }

    @Override
    public boolean form(String title, Node content, String actionName, ObservableBooleanValue invalid) {
        asked.add(title + "\n" + actionName);
        fills.accept(content);
        return agrees && (invalid == null || !invalid.get());
    }

    @Override
    public Optional<Path> openFile(String title, String kind, String... extensions) {
        asked.add(title);
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> saveFile(String title, String name, String kind, String... extensions) {
        asked.add(title + "\n" + name);
        return Optional.ofNullable(saveTo);
    }
}
