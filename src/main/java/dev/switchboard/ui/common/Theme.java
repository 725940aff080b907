package dev.switchboard.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/** Applies AtlantaFX Primer, light or dark, to the application and the style sheet of the program to each scene. */
public final class Theme {
    private static final String SHEET =
            Objects.requireNonNull(Theme.class.getResource("switchboard.css")).toExternalForm();

    private Theme() {}

    /** Switches all windows to light or dark. */
    public static void use(boolean dark) {
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** Switches all windows to a chosen theme. */
    public static void use(ThemeChoice choice) {
        use(switch (choice) {
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        });
    }

    /** Adds the fonts and the style sheet of the program to a scene. */
    public static void dress(Scene scene) {
        dress(scene.getStylesheets());
    }

    /** The same for the style sheets of a dialog pane. */
    public static void dress(ObservableList<String> sheets) {
        Fonts.load();
        if (!sheets.contains(SHEET)) {
            sheets.add(SHEET);
        }
    }
}
