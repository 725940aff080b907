package dev.switchboard;

import dev.switchboard.cli.CliContext;
import dev.switchboard.cli.CommandLineProgram;
import dev.switchboard.cli.InterruptHandler;
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
 * The program as its packaging trains the start-up cache: one process that runs the common commands, or that opens the window on
 * every screen and closes it again, on the embedded backends of the home that {@code SWITCHBOARD_HOME} names.
 */
public final class AotTrainingWorkload {
    private static final String GROUP = "GROUP";
    private static final Pattern UUID = Pattern.compile("\"uuid\":\"([0-9a-f-]{36})\",\"with\"");

    /** In the order in which they build on each other; each must end well. */
    private static final List<String> COMMANDS = List.of(
            "--version",
            "--help",
            "db setup",
            "tables create",
            "tables list",
            "tables list --json",
            "tables describe cruddur-messages",
            "seed conversation --from ada --to bruno",
            "users sync --apply",
            "users compare",
            "users list",
            "users list --json",
            "users pool",
            "conversations list --user ada --json",
            "conversations list --user ada",
            "conversations show GROUP",
            "conversations show GROUP --json",
            "conversations show GROUP --all --json",
            "conversations send GROUP --as bruno Ahoy",
            "conversations start --as ada --to chidi Ahoy",
            "items scan cruddur-messages --limit 5",
            "tables backup cruddur-messages",
            "doctor",
            "doctor --json",
            "db sessions",
            "journal list",
            "local status",
            "local status --json");

    private final Home home;
    private String group = "";

    private AotTrainingWorkload(Home home) {
        this.home = home;
    }

    /** Rehearses what the arguments name, {@code commands} or {@code window}, in their order. */
    public static void main(String[] parts) {
        Home home = Home.ofProcess();
        AotTrainingWorkload rehearsal = new AotTrainingWorkload(home);
        for (String part : parts) {
            switch (part) {
                case "commands" -> rehearsal.commands();
                case "window" -> SwitchboardWindow.rehearse(home);
                default -> throw new IllegalArgumentException(part);
            }
        }
        System.exit(0);
    }

    private void commands() {
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), SettingsFile.read(home.settingsFile()));
        // Holds the engines, which would otherwise stop and start again with each command.
        try (Session session = new Session(home, settings, InstantSource.system())) {
            var _ = session.engines().dynamoDb();
            var _ = session.engines().postgres();
            COMMANDS.forEach(this::command);
        }
        // Once also with all that a process of its own has around a command.
        var _ = Switchboard.run("tables", "list");
    }

    private void command(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CliContext context =
                new CliContext(stream(out), stream(err), new ByteArrayInputStream(new byte[0]), Map.of(), home, null, false);
        String[] words = line.replace(GROUP, group).split(" ", -1);
        int status = new CommandLineProgram(context, new WindowLauncher(), new InterruptHandler()).run(words);
        if (status != 0) {
            throw new IllegalStateException(line + " ended with " + status + ": " + err.toString(StandardCharsets.UTF_8));
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
