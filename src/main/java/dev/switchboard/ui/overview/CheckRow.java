package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.StatusIcon;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row of a check with its result and a repair button. */
final class CheckRow extends HBox {
    private static final Messages TEXT = Messages.of(CheckRow.class);

    /** @param blocked disables the repair button while true */
    CheckRow(CheckResult result, ObservableBooleanValue blocked, Runnable repair) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("check-row");
        FontIcon statusIcon = new FontIcon("fth-circle");
        icon(result.state()).show(statusIcon);
        Label title = new Label(result.title());
        title.getStyleClass().add("strong");
        Label detail = new Label(result.detail());
        detail.getStyleClass().add("text-muted");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label took = new Label(result.state() == CheckState.SKIPPED ? "" : Formats.duration(result.took()));
        took.getStyleClass().addAll("text-muted", "text-small");
        took.setMinWidth(USE_PREF_SIZE);
        setAccessibleText(TEXT.get("check.accessible", result.title(), TEXT.get("state." + result.state()), result.detail()));
        getChildren().addAll(statusIcon, words, took);
        String what = result.repairTitle();
        if (result.repair() != null && what != null) {
            Button button = new Button(what, new FontIcon("fth-tool"));
            button.setId("repair-" + result.id());
            button.setMinWidth(USE_PREF_SIZE);
            button.disableProperty().bind(blocked);
            button.setOnAction(event -> repair.run());
            getChildren().add(button);
        }
    }

    static StatusIcon icon(CheckState state) {
        return switch (state) {
            case OK -> StatusIcon.SUCCESS;
            case WARNING -> StatusIcon.WARNING;
            case FAILED -> StatusIcon.FAILED;
            case SKIPPED -> StatusIcon.SKIPPED;
        };
    }
}
