package dev.switchboard.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.SecretScanner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engines and their guardian are handed no secret, and the one that is made for them stands in its own file only. */
class EngineSecretsTest {
    private LocalHome home;

    @BeforeEach
    void makeHome() throws Exception {
        home = new LocalHome();
    }

    @AfterEach
    void leaveHome() throws Exception {
        home.close();
    }

    @Test
    void neitherTheArgumentsNorTheEnvironmentNorTheLogsHoldOne() throws Exception {
        home.deleteCluster();
        home.console("", Map.of(
                "CONNECTION_URL", "postgresql://ada:urlSecret1a@db.example/app",
                "PROD_CONNECTION_URL", "postgresql://ada:urlSecret2b@db.example/app",
                "PGPASSWORD", "variableSecret3c",
                "AWS_SECRET_ACCESS_KEY", "keySecret4d",
                "AWS_SESSION_TOKEN", "tokenSecret5e"));
        SecretScanner evidence = new SecretScanner();
        for (ProcessHandle process : home.processes()) {
            evidence.addProcesses(process);
            Path environment = Path.of("/proc", String.valueOf(process.pid()), "environ");
            if (Files.isReadable(environment)) {
                evidence.add("environment of " + process.pid(), Files.readString(environment, StandardCharsets.ISO_8859_1));
            }
        }
        evidence.addFiles(home.folder().logs());
        evidence.addFiles(home.folder().run());
        assertThat(evidence.of("command line of")).contains("postgres");
        assertThat(evidence.of("file ")).as("the engines wrote something").isNotBlank();
        evidence.assertHoldsNone(
                "urlSecret1a",
                "urlSecret2b",
                "variableSecret3c",
                "keySecret4d",
                "tokenSecret5e",
                Files.readString(home.folder().postgresPassword()).strip());
    }
}
