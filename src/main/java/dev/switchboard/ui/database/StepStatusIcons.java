package dev.switchboard.ui.database;

import dev.switchboard.ui.database.SetupStepViewModel.StepState;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of a setup step, with a different shape for each state in addition to the color. */
final class StepStatusIcons {
    private StepStatusIcons() {}

    static void show(FontIcon icon, StepState state) {
        icon.setIconLiteral(
                switch (state) {
                    case IDLE -> "fth-circle";
                    case RUNNING -> "fth-loader";
                    case CHANGED -> "fth-check-circle";
                    case UNCHANGED -> "fth-check";
                    case FAILED -> "fth-x-circle";
                });
        String style =
                switch (state) {
                    case IDLE -> "text-muted";
                    case RUNNING -> "accent";
                    case CHANGED, UNCHANGED -> "success";
                    case FAILED -> "danger";
                };
        icon.getStyleClass().setAll("ikonli-font-icon", style);
    }
}
