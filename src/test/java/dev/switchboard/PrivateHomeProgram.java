package dev.switchboard;

import dev.switchboard.cli.CommandLineProgram;
import dev.switchboard.cli.invocation.CliContext;
import dev.switchboard.cli.invocation.InterruptHandler;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.SettingsFile;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Makes the program write every kind of file, in a process of its own, whose umask a shell has set. */
final class PrivateHomeProgram {
    private PrivateHomeProgram() {}

    /** Takes the home, the folder for files of the user's choice, and the preferred ports. Keeps the engines until its input ends. */
    public static void main(String[] args) throws Exception {
        Home home = new Home(Path.of(args[0]));
        LogFile.use(home, System.err::println);
        LoggerFactory.getLogger(PrivateHomeProgram.class).warn("the first line of the log");
        SettingsFile settings = SettingsFile.read(home.settingsFile());
        settings.set(Environment.PRD, Setting.AWS_REGION, "eu-central-1");
        settings.save();
        LocalOptions options = new LocalOptions(0, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        try (LocalEngines engines = new LocalEngines(home, options)) {
            engines.postgres();
            engines.userPool();
            Map<String, String> variables = new HashMap<>(Map.of(
                    "AWS_ENDPOINT_URL", engines.dynamoDb().endpoint().toString(), "DDB_MESSAGE_TABLE", "one"));
            run(home, variables, "db", "setup");
            run(home, variables, "tables", "create", "one");
            run(home, variables, "seed", "conversation", "--from", "ada", "--to", "bruno");
            run(home, variables, "tables", "backup", "one", "--output", args[1] + "/made/for/it/table.switchboard");
            run(home, variables, "db", "backup", "--output", args[1] + "/database.sql.gz");
            run(home, variables, "tables", "drop", "one", "--confirm", "one");
            run(home, variables, "db", "backup");
            System.out.println("ready");
            System.out.flush();
            var _ = System.in.read();
        }
    }

    private static void run(Home home, Map<String, String> variables, String... args) {
        CliContext context = new CliContext(System.err, System.err, InputStream.nullInputStream(), variables, home, null, false);
        int status = new CommandLineProgram(context, new WindowLauncher(), new InterruptHandler()).run(args);
        if (status != 0) {
            throw new IllegalStateException(String.join(" ", args) + " ended with " + status);
        }
    }
}
