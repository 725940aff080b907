package dev.switchboard.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/** AtlantaFX Primer in light or dark for the whole application, and our own sheet for each scene. */
public final class Theme {
    private static final String SHEET =
            Objects.requireNonNull(Theme.class.getResource("switchboard.css")).toExternalForm();

    private Theme() {}

    /** Changes all windows to light or dark. */
    public static void use(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** Changes all windows to what was chosen. */
    public static void use(ThemeChoice choice) {
        use(switch (choice) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        });
    }

    /** Gives a scene our fonts and our sheet. */
    public static void dress(Scene scene) {
        dress(scene.getStylesheets());
    }

    /** The same for the sheets of a dialog's pane. */
    public static void dress(ObservableList<String> sheets) {
        Fonts.load();
        if (!sheets.contains(SHEET)) {
            sheets.add(SHEET);
        }
    }
}
