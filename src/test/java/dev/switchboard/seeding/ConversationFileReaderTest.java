package dev.switchboard.seeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.conversations.MessageRules;
import dev.switchboard.failure.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row ddb/seed: conversation files. */
class ConversationFileReaderTest {
    @TempDir
    Path folder;

    @Test
    void onlyThePrefixIsTakenOffAndBlankLinesAreAllowed() {
        List<ScriptLine> lines = ConversationFileReader.parse("f",
                "\uFEFFPerson 1: He said “Person 1: me.”\r\n\r\n  \nPerson 2:  two spaces\nPerson 2:tight");
        assertThat(lines).containsExactly(
                new ScriptLine(1, 1, "He said “Person 1: me.”"), new ScriptLine(4, 2, " two spaces"), new ScriptLine(5, 2, "tight"));
    }

    @Test
    void badLinesAreNamedWithTheirNumbersUpToTen() {
        String text =
                "Person 1: good\nPerson 3: who?\nperson 1: small\n Person 1: indented\nPerson 2:   \nPerson 1: " + "x".repeat(1025) + "\n";
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> ConversationFileReader.parse("talk.txt", text))
                .satisfies(bad -> {
                    assertThat(bad.code()).isEqualTo("script_bad_lines");
                    assertThat(bad.sentence())
                            .contains("talk.txt")
                            .contains("line 2 does not start with")
                            .contains("line 3 does not start")
                            .contains("line 4 does not start")
                            .contains("line 5 has no text")
                            .contains("line 6 has 1,025 characters (maximum 1,024)");
                });
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ConversationFileReader.parse("f", "nonsense\n".repeat(1234)))
                .satisfies(bad -> assertThat(bad.sentence()).contains("line 10 ").doesNotContain("line 11 ").contains("and 1,224 more"));
    }

    @Test
    void filesThatAreNoneAreRefused() throws Exception {
        refused("none.txt", null, "script_unreadable");
        refused("empty.txt", new byte[0], "script_empty");
        refused("blank.txt", "\n \n".getBytes(StandardCharsets.UTF_8), "script_empty");
        refused("latin1.txt", "Person 1: Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1), "script_not_utf8");
        refused("large.txt", "Person 1: hello there\n".repeat(250_000).getBytes(StandardCharsets.UTF_8), "script_too_large");
    }

    private void refused(String name, byte[] bytes, String code) throws Exception {
        Path file = folder.resolve(name);
        if (bytes != null) {
            Files.write(file, bytes);
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .as(name)
                .isThrownBy(() -> ConversationFileReader.read(file))
                .satisfies(bad -> assertThat(bad.code()).isEqualTo(code));
    }

    @Test
    void theBundledConversationIsOneOfTwoWithMoreThanAHundredMessages() {
        List<ScriptLine> lines = ConversationFileReader.bundled();
        assertThat(lines).hasSizeGreaterThan(110);
        assertThat(lines).extracting(ScriptLine::person).contains(1, 2);
        assertThat(lines).allSatisfy(line -> assertThat(MessageRules.check(line.text())).isNull());
        assertThat(new HashSet<>(lines.stream().map(ScriptLine::text).toList())).as("nothing is said twice").hasSize(lines.size());
    }
}
