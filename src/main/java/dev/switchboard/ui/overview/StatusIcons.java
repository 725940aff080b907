package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckState;
import org.kordamp.ikonli.javafx.FontIcon;

/** The icon of a check result, with a different shape for each state in addition to the color. */
final class StatusIcons {
    private StatusIcons() {}

    static void show(FontIcon icon, CheckState state) {
        icon.setIconLiteral(
                switch (state) {
                    case OK -> "fth-check-circle";
                    case WARNING -> "fth-alert-triangle";
                    case FAILED -> "fth-x-circle";
                    case SKIPPED -> "fth-minus-circle";
                });
        String style =
                switch (state) {
                    case OK -> "success";
                    case WARNING -> "warning";
                    case FAILED -> "danger";
                    case SKIPPED -> "text-muted";
                };
        icon.getStyleClass().setAll("ikonli-font-icon", style);
    }

    static void waiting(FontIcon icon) {
        icon.setIconLiteral("fth-loader");
        icon.getStyleClass().setAll("ikonli-font-icon", "text-muted");
    }
}
