package dev.switchboard.ui.shell;

import dev.switchboard.settings.Home;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.WindowState;

/** The settings file and the window's part of it; one of each in a process, so that neither overwrites the other's changes. */
record Kept(SettingsFile file, WindowState state) {

    /**
     * Reads the file; not on the JavaFX thread.
     *
     * @throws dev.switchboard.failure.Failure where it cannot be read
     */
    static Kept read(Home home) {
        return of(SettingsFile.read(home.settingsFile()));
    }

    static Kept of(SettingsFile file) {
        return new Kept(file, new WindowState(file));
    }
}
