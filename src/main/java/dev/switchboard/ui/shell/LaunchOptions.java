package dev.switchboard.ui.shell;

import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the window is started with.
 *
 * @param commandLine settings given there; they win over all others
 * @param variables the process's environment variables
 * @param environment which is opened first
 * @param backup a backup that is offered for restoring at once, null for none
 */
record LaunchOptions(
        Home home, Map<Setting, String> commandLine, Map<String, String> variables, Environment environment, @Nullable Path backup) {
    LaunchOptions {
        commandLine = Map.copyOf(commandLine);
        variables = Map.copyOf(variables);
    }
}
