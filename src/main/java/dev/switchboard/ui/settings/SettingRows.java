package dev.switchboard.ui.settings;

import dev.switchboard.settings.Setting;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.StatusIcon;
import dev.switchboard.ui.settings.ConnectionTester.TestResult;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Creates the rows of a card: settings with their fields and hints, and the connection test. */
final class SettingRows {
    private static final Messages TEXT = Messages.of(SettingRows.class);
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private SettingRows() {}

    static void fill(VBox card, SettingsViewModel model, List<Setting> settings) {
        settings.forEach(setting -> card.getChildren().add(row(model.field(setting))));
    }

    private static Node row(SettingViewModel field) {
        Control input = SettingRules.choices(field.setting()).isEmpty() ? text(field) : choice(field);
        input.setId("setting-" + field.setting().key());
        field.errorProperty().subscribe(error -> input.pseudoClassStateChanged(INVALID, !error.isEmpty()));
        Label title = new Label(field.title());
        title.getStyleClass().add("strong");
        title.setLabelFor(input);
        Label note = new Label();
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.textProperty().bind(Bindings.when(field.invalid())
                .then(field.errorProperty())
                .otherwise(Bindings.when(field.changed()).then(TEXT.get("not-saved")).otherwise(field.originProperty())));
        field.errorProperty().subscribe(error -> note.getStyleClass().setAll("label", error.isEmpty() ? "field-hint" : "field-error"));
        FontIcon fixed = new FontIcon("fth-lock");
        fixed.getStyleClass().add("text-muted");
        fixed.visibleProperty().bind(field.editableProperty().not());
        fixed.managedProperty().bind(fixed.visibleProperty());
        HBox head = new HBox(4, title, fixed);
        head.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, head, input, note);
    }

    private static Control text(SettingViewModel field) {
        TextField input = new TextField();
        input.getStyleClass().add("mono");
        input.setPromptText(field.hint());
        input.textProperty().bindBidirectional(field.valueProperty());
        input.editableProperty().bind(field.editableProperty());
        field.editableProperty().subscribe(editable -> input.pseudoClassStateChanged(PseudoClass.getPseudoClass("readonly"), !editable));
        return input;
    }

    private static Control choice(SettingViewModel field) {
        ComboBox<String> input = new ComboBox<>();
        input.setMaxWidth(Double.MAX_VALUE);
        input.getItems().add("");
        input.getItems().addAll(SettingRules.choices(field.setting()));
        input.setConverter(new SettingChoiceConverter(field.setting()));
        input.valueProperty().bindBidirectional(field.valueProperty());
        input.disableProperty().bind(field.editableProperty().not());
        return input;
    }

    /** @param invalid disables the test while a value is not valid */
    static void addTest(VBox card, ConnectionTester test, BooleanBinding invalid) {
        Button run = new Button(TEXT.get("test.run"), new FontIcon("fth-zap"));
        run.setId("test-" + test.backend());
        run.getStyleClass().add("small");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.disableProperty().bind(test.runningProperty().or(invalid));
        run.setOnAction(event -> test.run());
        FontIcon statusIcon = new FontIcon("fth-check");
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, run, statusIcon, text);
        row.setAlignment(Pos.CENTER_LEFT);
        test.resultProperty().addListener((observable, old, now) -> show(statusIcon, text, now));
        test.runningProperty().addListener((observable, old, now) -> {
            if (now) {
                statusIcon.setVisible(false);
                text.setText(TEXT.get("test.running", test.backend().title()));
            } else {
                show(statusIcon, text, test.resultProperty().get());
            }
        });
        show(statusIcon, text, test.resultProperty().get());
        card.getChildren().add(row);
    }

    private static void show(FontIcon statusIcon, Label text, @Nullable TestResult result) {
        statusIcon.setVisible(result != null);
        if (result == null) {
            text.setText("");
            return;
        }
        StatusIcon.of(result.good()).show(statusIcon);
        text.setText(result.remedy() == null ? result.text() : result.text() + " " + result.remedy());
    }
}
