package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.testing.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The man page, as text that any system can check, and as groff and man read it where they are. */
class ManPageTest {
    @TempDir
    private Path folder;

    private String page = "";

    @BeforeEach
    void print() {
        page = new TestTerminal(folder.resolve("home")).run("help", "--man").ok().out();
    }

    @Test
    void itHasTheUsualSectionsInTheirOrder() {
        assertThat(page).startsWith(".TH \"SWITCHBOARD\" \"1\"");
        assertThat(page.lines().filter(line -> line.startsWith(".SH")).map(line -> line.substring(4)))
                .containsExactly("\"NAME\"", "\"SYNOPSIS\"", "\"DESCRIPTION\"", "\"OPTIONS\"", "\"COMMANDS\"", "\"EXIT STATUS\"",
                        "\"ENVIRONMENT\"", "\"SEE ALSO\"");
    }

    @Test
    void everyCommandAndOptionIsInIt() {
        check(new TestTerminal(folder.resolve("home")).commands());
        assertThat(page).contains("\\fBAWS_REGION\\fR", "\\fBPROD_CONNECTION_URL\\fR", "\\fBSWITCHBOARD_HOME\\fR");
    }

    private void check(CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            assertThat(page).contains(".SS \"" + command.getCommandSpec().qualifiedName().replace("-", "\\-"));
        }
        command.getCommandSpec().options()
                .forEach(option -> assertThat(page).contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"));
        command.getSubcommands().values().forEach(this::check);
    }

    @Test
    void everyLineIsTextOrAMacroThatIsKnown() {
        assertThat(page.lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B)( .*)?"));
        assertThat(page.lines().map(line -> line.replaceAll("\\\\(f[BIR]|\\(..|e|-|&)", ""))).noneMatch(line -> line.contains("\\"));
        assertThat(page.lines().toList()).doesNotContain("").noneMatch(line -> line.contains("${") || line.contains("null"));
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(page)).as("only ASCII").isTrue();
    }

    @Test
    void groffAndManReadItWithoutAWarning() throws Exception {
        assumeTrue(Programs.isOnPath("groff"), "groff is not installed");
        Path file = Files.writeString(folder.resolve("switchboard.1"), page);
        assertThat(Programs.output(List.of("groff", "-man", "-Tascii", "-ww", "-z", file.toString()))).isEmpty();
        if (Programs.isOnPath("man")) {
            assertThat(Programs.output(List.of("man", "-l", file.toString()))).contains("SWITCHBOARD(1)", "EXIT STATUS", "--env");
        }
    }
}
