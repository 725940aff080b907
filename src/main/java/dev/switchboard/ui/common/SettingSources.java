package dev.switchboard.ui.common;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import java.util.Map;

/**
 * The sources of settings in this process, in order of precedence.
 *
 * @param commandLine settings given on the command line
 * @param variables the environment variables of the process
 * @param file the settings file; the only instance in the process
 */
public record SettingSources(Map<Setting, String> commandLine, Map<String, String> variables, SettingsFile file) {
    public SettingSources {
        commandLine = Map.copyOf(commandLine);
        variables = Map.copyOf(variables);
    }

    /** The current settings of an environment. */
    public Settings resolve(Environment environment) {
        return Settings.resolve(environment, commandLine, variables, file);
    }

    /** The settings of an environment as they would be with values that are not saved; blank removes a setting. */
    public Settings resolve(Environment environment, Map<Setting, String> unsaved) {
        return Settings.resolve(environment, commandLine, variables, file.withUnsaved(environment, unsaved));
    }
}
