package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateTest {
    @TempDir
    Path home;

    private Path file() {
        return home.resolve("settings.json");
    }

    @Test
    void zoneThemeAndWidthsSurviveARestart() {
        try (WindowState state = new WindowState(SettingsFile.read(file()))) {
            assertThat(state.zoneProperty().get()).isEqualTo(ZoneOffset.UTC);
            state.zoneProperty().set(ZoneId.of("Europe/Berlin"));
            state.themeProperty().set(ThemeChoice.DARK);
            state.set("table.users.handle.width", "240");
        }
        try (WindowState again = new WindowState(SettingsFile.read(file()))) {
            assertThat(again.zoneProperty().get()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(again.themeProperty().get()).isEqualTo(ThemeChoice.DARK);
            assertThat(again.number("table.users.handle.width", 100)).isEqualTo(240);
        }
    }

    @Test
    void unchangedStateIsNotWritten() {
        new WindowState(SettingsFile.read(file())).close();
        assertThat(file()).doesNotExist();
    }

    @Test
    void invalidValuesFallBackToDefaults() throws Exception {
        Files.writeString(file(), "{\"window\": {\"zone\": \"Mars/Olympus\", \"theme\": \"sepia\", \"width\": \"wide\"}}");
        try (WindowState state = new WindowState(SettingsFile.read(file()))) {
            assertThat(state.zoneProperty().get()).isEqualTo(ZoneOffset.UTC);
            assertThat(state.themeProperty().get()).isEqualTo(ThemeChoice.SYSTEM);
            assertThat(state.number("width", 1240)).isEqualTo(1240);
        }
    }
}
