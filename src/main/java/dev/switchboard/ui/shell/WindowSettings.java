package dev.switchboard.ui.shell;

import dev.switchboard.settings.Home;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.WindowState;

/** The settings file and the window state in it. There is one instance of each per process, so that they do not overwrite each other. */
record WindowSettings(SettingsFile file, WindowState state) {

    /**
     * Reads the file. Must not be called on the JavaFX thread.
     *
     * @throws dev.switchboard.failure.Failure if the file cannot be read
     */
    static WindowSettings read(Home home) {
        return of(SettingsFile.read(home.settingsFile()));
    }

    static WindowSettings of(SettingsFile file) {
        return new WindowSettings(file, new WindowState(file));
    }
}
