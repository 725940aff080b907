package dev.switchboard.ui.common;

import java.util.List;
import javafx.scene.text.Font;

/** Loads Inter and JetBrains Mono. In JavaFX, the semi-bold weight is a separate family: {@code "Inter SemiBold"}. */
public final class Fonts {
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "inter/Inter-Italic.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");
    private static boolean loaded;

    private Fonts() {}

    /** Loads the fonts; further calls have no effect. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        for (String file : FILES) {
            String url = String.valueOf(Fonts.class.getResource("/com/formdev/flatlaf/fonts/" + file));
            if (Font.loadFont(url, 13) == null) {
                throw new IllegalStateException("The font " + file + " cannot be loaded");
            }
        }
        loaded = true;
    }
}
