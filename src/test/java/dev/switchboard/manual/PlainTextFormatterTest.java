package dev.switchboard.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextFormatterTest {
    private static List<String> lines(String markdown, int width) {
        return PlainTextFormatter.lines(new ManualParser().page("page", markdown), width).stream().map(ManualLine::text).toList();
    }

    @Test
    void paragraphsAndListsAreWrappedWithTheirIndent() {
        assertThat(lines("# Title\n\nA **strong** word and `code` in a sentence.\n\n1. The first of two steps of a list\n2. Second\n", 30))
                .containsExactly("TITLE", "", "A strong word and `code` in a", "sentence.", "", "1. The first of two steps of a", "   list",
                        "2. Second");
    }

    @Test
    void codeIsNotWrapped() {
        String command = "switchboard tables backup cruddur-messages --output messages.switchboard";
        assertThat(lines("# Title\n\n```\n" + command + "\n```\n", 40)).contains("  " + command);
    }

    @Test
    void aTableFitsInTheWidth() {
        List<String> lines = lines(
                "# Title\n\n| Name | Meaning |\n|---|---|\n| a | " + "word ".repeat(20) + "|\n| bb | `x|y` |\n".replace("|y", ""), 40);
        assertThat(lines).allMatch(line -> line.length() <= 40).contains("Name  Meaning");
        assertThat(lines.get(3)).matches("----  -+");
        assertThat(String.join(" ", lines).split("word", -1)).hasSize(21);
    }

    @Test
    void headingsAreMarked() {
        assertThat(PlainTextFormatter.lines(new ManualParser().page("page", "# Title\n\n## Part\n\nText."), 80))
                .filteredOn(ManualLine::heading).extracting(ManualLine::text).containsExactly("TITLE", "Part");
    }
}
