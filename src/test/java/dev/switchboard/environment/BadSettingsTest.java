package dev.switchboard.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadSettingsTest {
    @Test
    void spoiltSettingsFilesAreRefusedOrReadAndNeverChanged(@TempDir Path folder) throws IOException {
        byte[] good = "{\"version\":\"1\",\"dev\":{\"awsRegion\":\"eu-west-1\"},\"prd\":{\"awsProfile\":\"ä\"},\"window\":{\"w\":\"1\"}}".getBytes(UTF_8);
        Path file = folder.resolve("settings.json");
        Fuzz fuzz = new Fuzz("settings file", input -> {
            Files.write(file, input);
            try {
                SettingsFile read = SettingsFile.read(file);
                for (Environment environment : Environment.values()) {
                    assertThat(Settings.resolve(environment, Map.of(), Map.of(), read).messagesTable()).isNotBlank();
                }
            } finally {
                assertThat(Files.readAllBytes(file)).isEqualTo(input);
            }
        });
        assertThat(fuzz.spoil(good, 500).report()).isGreaterThan(2500);
    }
}
