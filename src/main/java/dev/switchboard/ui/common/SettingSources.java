package dev.switchboard.ui.common;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import java.util.Map;

/**
 * Where settings come from in this process, strongest first.
 *
 * @param commandLine given there; absent settings were not
 * @param variables the process's environment variables
 * @param file the settings kept between runs; the one instance of the process
 */
public record SettingSources(Map<Setting, String> commandLine, Map<String, String> variables, SettingsFile file) {
    public SettingSources {
        commandLine = Map.copyOf(commandLine);
        variables = Map.copyOf(variables);
    }

    /** The settings of an environment as they hold now. */
    public Settings resolve(Environment environment) {
        return Settings.resolve(environment, commandLine, variables, file);
    }
}
