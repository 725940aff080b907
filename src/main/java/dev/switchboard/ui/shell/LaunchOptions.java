package dev.switchboard.ui.shell;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options with which the window is started.
 *
 * @param commandLine settings given on the command line, which override all others
 * @param variables the environment variables of the process
 * @param environment the environment to open first
 * @param backup a backup to offer for restoring, or null
 */
record LaunchOptions(
        Home home, Map<Setting, String> commandLine, Map<String, String> variables, Environment environment, @Nullable Path backup) {
    LaunchOptions {
        commandLine = Map.copyOf(commandLine);
        variables = Map.copyOf(variables);
    }
}
