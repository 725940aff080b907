package dev.switchboard;

import dev.switchboard.cli.CommandLineProgram;
import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.cli.invocation.InterruptHandler;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.shell.SwitchboardWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workload that packaging runs to train the AOT cache: one process that runs the common commands, or that starts as the window does
 * and closes it when its first screen is complete. It uses the embedded engines of the home that {@code SWITCHBOARD_HOME} names.
 */
public final class AotTrainingWorkload {
    private static final String GROUP = "GROUP";
    private static final Pattern UUID = Pattern.compile("\"uuid\":\"([0-9a-f-]{36})\",\"with\"");

    /** Later commands use the results of earlier ones. Each must exit with status 0. */
    private static final List<String> PREPARATION = List.of(
            "db setup",
            "tables create",
            "seed conversation --from ada --to bruno",
            "users sync --apply");

    /** Commands that are called often. A class of a rare one would make each start slower, because it loads the whole cache. */
    private static final List<String> COMMANDS = List.of(
            "--version",
            "tables list",
            "tables list --json",
            "tables describe cruddur-messages",
            "users list",
            "users list --json",
            "conversations list --user ada --json",
            "conversations list --user ada",
            "conversations show GROUP",
            "conversations show GROUP --json",
            "conversations send GROUP --as bruno Ahoy",
            "items scan cruddur-messages --limit 5",
            "journal list",
            "local status",
            "local status --json");

    private final Home home;
    private String group = "";

    private AotTrainingWorkload(Home home) {
        this.home = home;
    }

    /** Runs the workloads that the arguments name, {@code preparation}, {@code commands} or {@code window}, in the given order. */
    public static void main(String[] names) {
        Home home = Home.ofProcess();
        AotTrainingWorkload workload = new AotTrainingWorkload(home);
        for (String name : names) {
            switch (name) {
                case "preparation" -> workload.run(PREPARATION);
                case "commands" -> {
                    workload.run(COMMANDS);
                    // Also covers the code that only a process of its own runs around a command.
                    var _ = Switchboard.run("tables", "list");
                }
                case "window" -> window();
                default -> throw new IllegalArgumentException(name);
            }
        }
        System.exit(0);
    }

    /** The way of a real start, from the main class on. */
    private static void window() {
        SwitchboardWindow.rehearse();
        int status = Switchboard.run();
        if (status != 0) {
            throw new IllegalStateException("the window ended with status " + status);
        }
    }

    private void run(List<String> commands) {
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), SettingsFile.read(home.settingsFile()));
        // Keeps the engines running, which would otherwise stop and start again with each command.
        try (Session session = new Session(home, settings, InstantSource.system())) {
            var _ = session.engines().dynamoDb();
            var _ = session.engines().postgres();
            commands.forEach(this::command);
        }
    }

    private void command(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliContext context =
                new CliContext(stream(out), stream(err), new ByteArrayInputStream(new byte[0]), Map.of(), home, null, false);
        String[] arguments = line.replace(GROUP, group).split(" ", -1);
        int status = new CommandLineProgram(context, new WindowLauncher(), new InterruptHandler()).run(arguments);
        if (status != 0) {
            throw new IllegalStateException(line + " exited with status " + status + ": " + err.toString(StandardCharsets.UTF_8));
        }
        Matcher uuid = UUID.matcher(out.toString(StandardCharsets.UTF_8));
        if (uuid.find()) {
            group = uuid.group(1);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
