package dev.switchboard.seeding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadScriptTest {
    @Test
    void spoiltConversationFiles(@TempDir Path folder) throws IOException {
        byte[] good = "Person 1: Hello there, ä\nPerson 2: Hi\n\nPerson 1: How are you?\nPerson 2: Fine\n".getBytes(UTF_8);
        Path file = folder.resolve("script.txt");
        Fuzz fuzz = new Fuzz("conversation file", input -> ConversationScript.read(Files.write(file, input)));
        assertThat(fuzz.spoil(good, 500).report()).isGreaterThan(2500);
    }
}
