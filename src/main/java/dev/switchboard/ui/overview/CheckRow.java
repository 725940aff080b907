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
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The row of a check with its result, its findings, and a repair button. */
final class CheckRow extends HBox {
    private static final Messages TEXT = Messages.of(CheckRow.class);

    /** What the buttons of a row do. */
    interface Actions {
        /** Repairs the environment, or shows what the repair of findings would write. */
        void repair(CheckResult result);

        /** Shows the findings of a check. */
        void findings(CheckResult result);
    }

    /**
     * Creates a row.
     *
     * @param repaired the number of findings that were repaired since the check ran
     * @param does what the repair writes, for its tooltip; empty if that is not known
     * @param blocked disables the repair button while true
     */
    CheckRow(CheckResult result, long repaired, String does, ObservableBooleanValue blocked, Actions actions) {
        super(12);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("check-row");
        FontIcon statusIcon = new FontIcon("fth-circle");
        icon(result.state()).show(statusIcon);
        Label title = new Label(result.title());
        title.getStyleClass().add("strong");
        String words = repaired > 0 ? result.detail() + " " + TEXT.get("check.repaired", repaired) : result.detail();
        Label detail = new Label(words);
        detail.getStyleClass().add("text-muted");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        title.setMinWidth(USE_PREF_SIZE);
        // What is in order takes a single line.
        Pane texts = result.state() == CheckState.OK ? new HBox(12, title, detail) : new VBox(2, title, detail);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Label took = new Label(result.state() == CheckState.SKIPPED ? "" : Formats.duration(result.took()));
        took.getStyleClass().addAll("text-muted", "text-small");
        took.setMinWidth(USE_PREF_SIZE);
        setAccessibleText(TEXT.get("check.accessible", result.title(), TEXT.get("state." + result.state()), words));
        getChildren().addAll(statusIcon, texts, took);
        if (result.count() > 0) {
            Button count = new Button(TEXT.get("check.count", result.count()), new FontIcon("fth-list"));
            count.setId("findings-" + result.id());
            count.setMinWidth(USE_PREF_SIZE);
            count.setOnAction(event -> actions.findings(result));
            getChildren().add(count);
        }
        String what = result.repairTitle();
        if (result.repair() != null && what != null) {
            // The repair of findings begins with a preview.
            Button button = new Button(result.count() > 0 ? TEXT.get("check.repair") : what, new FontIcon("fth-tool"));
            button.setId("repair-" + result.id());
            button.setMinWidth(USE_PREF_SIZE);
            button.disableProperty().bind(blocked);
            button.setOnAction(event -> actions.repair(result));
            if (!does.isEmpty()) {
                button.setTooltip(new Tooltip(does));
                button.setAccessibleHelp(does);
            }
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
