package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualTopic;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual in the terminal. */
class HelpCommandTest {
    private static final String BOLD = "\u001B[1m";

    @TempDir
    private Path home;

    private CommandLineResult run(String... args) {
        return new TestTerminal(home).run(args);
    }

    @Test
    void withoutATopicAllAreListed() {
        CommandLineResult result = run("help").ok();
        List<String> ids = new Manual().topics().stream().map(ManualTopic::id).toList();
        assertThat(ids).hasSizeGreaterThan(15).allSatisfy(id -> assertThat(result.out()).containsPattern("(?m)^" + id + " "));
        assertThat(result.err()).contains("switchboard help TOPIC");
    }

    @Test
    void aTopicIsPrintedInEightyPlainColumns() {
        CommandLineResult result = run("help", "rates").ok();
        assertThat(result.out()).startsWith("RATES AND COST\n").contains("\nChange a limit\n").doesNotContain(BOLD, "**", "](");
        assertThat(result.out().lines().filter(line -> !line.startsWith("  "))).allMatch(line -> line.length() <= 80);
        assertThat(result.err()).isEmpty();
        assertThat(run("help", "rates", "and", "cost").out()).isEqualTo(result.out());
    }

    @Test
    void aTerminalHasBoldHeadingsInItsWidthUnlessColorsAreOff() {
        TestTerminal terminal = new TestTerminal(home).answering("").variable("COLUMNS", "50");
        String out = terminal.run("help", "rates").ok().out();
        assertThat(out).startsWith(BOLD + "RATES AND COST\u001B[0m\n");
        assertThat(out.lines().filter(line -> !line.startsWith("  ") && !line.contains(BOLD))).allMatch(line -> line.length() <= 50);

        assertThat(terminal.variable("NO_COLOR", "1").run("help", "rates").ok().out()).startsWith("RATES AND COST\n").doesNotContain(BOLD);
        assertThat(new TestTerminal(home).answering("").variable("COLUMNS", "50").variable("TERM", "dumb").run("help", "rates").ok().out())
                .doesNotContain(BOLD);
    }

    @Test
    void aCommandIsExplainedAndOneWithTheNameOfATopicIsNamedBelowThePage() {
        assertThat(run("help", "items", "query").ok().out()).contains("Usage: switchboard items query", "--sk-begins");
        CommandLineResult both = run("help", "tables").ok();
        assertThat(both.out()).startsWith("TABLES\n").doesNotContain("Usage:");
        assertThat(both.err()).contains("page “Tables”", "switchboard tables --help");
        assertThat(run("help", "db").ok().out()).contains("Usage: switchboard db");
    }

    @Test
    void theSearchNamesThePagesBestFirst() {
        CommandLineResult result = run("help", "--search", "unlock", "prd").ok();
        assertThat(result.out()).startsWith("environments: Environments and the lock › Unlock prd\n");
        assertThat(result.err()).contains("switchboard help environments");
    }

    @Test
    void whatIsNotFoundIsAFailureWithARemedy() {
        CommandLineResult unknown = run("help", "explode");
        assertThat(unknown.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(unknown.err()).contains("“explode” is neither a topic of the manual nor a command.",
                "switchboard help --search explode");
        assertThat(run("help", "--search", "xyzzy").status()).isEqualTo(ExitStatus.FAILED);
        assertThat(run("help", "--search").err()).contains("The words to search for are missing.");
        assertThat(run("help", "tables", "explode").status()).isEqualTo(ExitStatus.FAILED);
    }
}
