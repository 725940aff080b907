package dev.switchboard.ui.common;

import dev.switchboard.failure.Explanation;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.form.FormErrors;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Implements dialogs with JavaFX dialogs. */
public final class WindowDialogs implements Dialogs {
    private static final Messages TEXT = Messages.of(WindowDialogs.class);
    private static final double WIDTH = 440;
    private final Supplier<@Nullable Window> owner;
    private final Environment environment;

    public WindowDialogs(Supplier<@Nullable Window> owner, Environment environment) {
        this.owner = owner;
        this.environment = environment;
    }

    @Override
    public Optional<String> confirmTyped(String title, String destroys, String word, String actionName) {
        TextField field = new TextField();
        field.setId("typed-word");
        field.setPromptText(word);
        field.getStyleClass().add("mono");
        Label label = new Label(TEXT.get("dialog.type-to-confirm", word));
        label.setLabelFor(field);
        VBox content = new VBox(12, paragraph(destroys), new VBox(4, label, field));
        DialogFrame frame = new DialogFrame(owner.get(), environment, title, content, actionName, true)
                .invalidWhile(Bindings.createBooleanBinding(() -> !field.getText().strip().equals(word), field.textProperty()))
                .focus(field);
        // Neither cancels nor destroys: it takes a second key.
        field.setOnAction(event -> frame.focusAction());
        boolean confirmed = frame.confirmed();
        return confirmed ? Optional.of(field.getText().strip()) : Optional.empty();
    }

    @Override
    public boolean confirm(String title, String text, String actionName) {
        return new DialogFrame(owner.get(), environment, title, paragraph(text), actionName, false).confirmed();
    }

    @Override
    public boolean confirmDestructive(String title, String text, String actionName) {
        return new DialogFrame(owner.get(), environment, title, paragraph(text), actionName, true).confirmed();
    }

    @Override
    public boolean confirmDestructive(String title, String text, String detail, String actionName) {
        VBox content = new VBox(12, paragraph(text));
        if (!detail.isEmpty()) {
            TextArea area = new TextArea(detail);
            area.setEditable(false);
            area.setWrapText(true);
            area.setPrefRowCount(Math.clamp(detail.lines().count() + detail.length() / 60, 2, 10));
            area.getStyleClass().add("mono");
            area.setAccessibleText(text);
            content.getChildren().add(area);
        }
        return new DialogFrame(owner.get(), environment, title, content, actionName, true).confirmed();
    }

    @Override
    public Optional<String> choose(String title, String text, String cancel, String... actions) {
        return DialogFrame.choice(owner.get(), environment, title, paragraph(text), cancel, List.of(actions)).chosen();
    }

    /** A dialog that says what is waited for, for somebody who takes it back when that is over. */
    public WaitDialog waiting(String title, String cancel, String action) {
        Label text = paragraph("");
        return new WaitDialog(text, DialogFrame.choice(owner.get(), environment, title, text, cancel, List.of(action)));
    }

    @Override
    public void error(Explanation explanation) {
        VBox content = new VBox(12, paragraph(explanation.sentence()));
        String remedy = explanation.remedy();
        if (remedy != null) {
            Label what = paragraph(remedy);
            what.getStyleClass().add("text-muted");
            content.getChildren().add(what);
        }
        Button copy = new Button(TEXT.get("state.copy-details"), new FontIcon("fth-copy"));
        copy.getStyleClass().add("small");
        copy.setOnAction(event -> Clipboards.copy(explanation.detail()));
        content.getChildren().addAll(copy, StateOverlay.details(explanation.detail()));
        String title = TEXT.get(explanation.expected() ? "dialog.failed" : "dialog.bug");
        new DialogFrame(owner.get(), environment, title, content).confirmed();
    }

    @Override
    public void info(String title, String text) {
        new DialogFrame(owner.get(), environment, title, paragraph(text)).confirmed();
    }

    @Override
    public void content(String title, Node content) {
        new DialogFrame(owner.get(), environment, title, content).confirmed();
    }

    /** A dialog for a secret with a note on how it is used; the caller can withdraw the dialog while it is shown. */
    public Question secret(String title, String label, String note, String actionName) {
        return new Question(owner.get(), environment, title, paragraph(label), paragraph(note), actionName);
    }

    @Override
    public boolean form(String title, Node content, String actionName, @Nullable ObservableBooleanValue invalid) {
        DialogFrame frame = new DialogFrame(owner.get(), environment, title, content, actionName, false).focusFirst(content);
        if (invalid == null) {
            return frame.confirmed();
        }
        FormErrors errors = FormErrors.of(content);
        return (errors == null ? frame.invalidWhile(invalid) : frame.submits(errors, invalid)).confirmed();
    }

    @Override
    public Optional<Path> openFile(String title, String kind, String... extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, List.of(extensions)));
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
    }

    @Override
    public Optional<Path> saveFile(String title, String name, String kind, String... extensions) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, List.of(extensions)));
        return Optional.ofNullable(chooser.showSaveDialog(owner.get())).map(File::toPath);
    }

    private static Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setPrefWidth(WIDTH);
        // Longer lines where a button or a field makes the dialog wider.
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
