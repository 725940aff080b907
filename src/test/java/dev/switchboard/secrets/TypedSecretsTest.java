package dev.switchboard.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.local.PostgresEngine;
import dev.switchboard.testing.SecretScanner;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process knows of a secret stays in it: at a terminal where the secret is typed, and where the process crashes. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@EnabledOnOs(OS.LINUX)
class TypedSecretsTest {
    private static final String TYPED = "typedSecret61b7";
    private static final String MISTYPED = "mistypedSecret08e";

    @TempDir
    private Path folder;

    private final PostgresEngine postgres = TestEngines.freshDatabase();
    private final SecretScanner evidence = new SecretScanner();
    private WatchedCommand switchboard;

    @BeforeEach
    void makeARole() throws Exception {
        switchboard = new WatchedCommand(folder, evidence);
        try (Connection connection = TestEngines.connect(postgres, postgres.database());
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + role() + " superuser login password '" + TYPED + "'");
        }
    }

    private String role() {
        return "typist_" + postgres.database();
    }

    private String url(String login) {
        return "postgresql://" + login + "@" + postgres.host() + ":" + postgres.port() + "/" + postgres.database();
    }

    private void search() throws IOException {
        evidence.addFiles(folder);
        evidence.assertHoldsNone(TYPED, MISTYPED, WatchedCommand.AWS_KEY, WatchedCommand.TOKEN);
    }

    /** On a terminal of its own, whose keyboard this is; returns what stood on its screen. */
    private String type(int expected, String secret, String... words) throws Exception {
        Path screen = folder.resolve("screen-" + secret.length() + ".txt");
        String command = String.join(" ", switchboard.command(words));
        Process process =
                switchboard.builder(List.of("script", "-q", "-e", "-c", command, "/dev/null"), Map.of("CONNECTION_URL", url(role())))
                        .redirectErrorStream(true)
                        .redirectOutput(screen.toFile())
                        .start();
        Writer keyboard = process.outputWriter();
        boolean asked = false;
        do {
            evidence.addProcesses(process.toHandle());
            if (!asked && Files.readString(screen, StandardCharsets.ISO_8859_1).contains("Password of")) {
                asked = true;
                keyboard.write(secret + "\n");
                keyboard.flush();
            }
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        String shown = Files.readString(screen);
        assertThat(asked).as("it asked: %s", shown).isTrue();
        assertThat(process.exitValue()).as(shown).isEqualTo(expected);
        return shown;
    }

    @Test
    void whatIsTypedAtAPromptIsNeitherShownNorKept() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "nothing here gives a process a terminal");

        assertThat(type(0, TYPED, "db", "load-schema", "-v")).contains("Password of");
        assertThat(type(1, MISTYPED, "users", "list", "-v")).contains("does not accept the password");

        search();
        assertThat(evidence.of("command line of")).contains("dev.switchboard.Switchboard");
        assertThat(evidence.of("file home/journal")).contains(role());
    }

    @Test
    void theReportOfACrashHoldsNone() throws Exception {
        Files.writeString(folder.resolve("sleep.sql"), "select pg_sleep(100)");
        Process process =
                switchboard.builder(switchboard.command("db", "run", "sleep.sql"), Map.of("CONNECTION_URL", url(role() + ":" + TYPED)))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("crash.out").toFile())
                        .start();
        while (!sleeps()) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("it sleeps").isFalse();
        }
        new ProcessBuilder("kill", "-SEGV", String.valueOf(process.pid())).start().waitFor();
        assertThat(process.waitFor()).isNotZero();

        search();
        assertThat(evidence.of("file hs_err.log")).contains("SIGSEGV", "Environment Variables");
        assertThat(evidence.of("file crash.out")).contains("fatal error");
    }

    private boolean sleeps() throws Exception {
        try (Connection connection = TestEngines.connect(postgres, postgres.database());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select 1 from pg_stat_activity where query like 'select pg_sleep%'")) {
            return found.next();
        }
    }
}
