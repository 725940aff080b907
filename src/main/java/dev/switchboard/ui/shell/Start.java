package dev.switchboard.ui.shell;

import dev.switchboard.environment.Environment;
import dev.switchboard.environment.Home;
import dev.switchboard.environment.Setting;
import java.util.Map;

/**
 * What the window is started with.
 *
 * @param commandLine settings given there; they win over all others
 * @param variables the process's environment variables
 * @param environment which is opened first
 */
record Start(Home home, Map<Setting, String> commandLine, Map<String, String> variables, Environment environment) {
    Start {
        commandLine = Map.copyOf(commandLine);
        variables = Map.copyOf(variables);
    }
}
