package dev.switchboard.ui.shell;

import dev.switchboard.settings.Home;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.WindowState;

/** The settings file and the window's part of it; one of each in a process, so that neither overwrites the other's changes. */
record WindowSettings(SettingsFile file, WindowState state) {

    /**
     * Reads the file; not on the JavaFX thread.
     *
     * @throws dev.switchboard.failure.Failure where it cannot be read
     */
    static WindowSettings read(Home home) {
        return of(SettingsFile.read(home.settingsFile()));
    }

    static WindowSettings of(SettingsFile file) {
        return new WindowSettings(file, new WindowState(file));
    }
}
