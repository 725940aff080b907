package dev.switchboard.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ManualSearchTest {
    private static final ManualParser PARSER = new ManualParser();
    private static final ManualPage TABLES = PARSER.page("tables", """
            # Tables

            Tables have items.

            ## Restore a table

            Choose a backup and `restore` it.

            ## Drop

            A backup is written before the table is dropped.
            """);
    private static final ManualPage BACKUP = PARSER.page("backup", """
            # Backup and restore

            How to get a table back.
            """);

    private static List<String> found(String words) {
        List<ManualSection> sections = new java.util.ArrayList<>(TABLES.sections());
        sections.addAll(BACKUP.sections());
        return ManualSearch.search(sections, words).stream().map(ManualHit::link).toList();
    }

    @Test
    void aTitleComesBeforeAHeadingAndAHeadingBeforeText() {
        assertThat(found("restore")).containsExactly("backup.md", "tables.md#restore-a-table");
        assertThat(found("drop")).containsExactly("tables.md#drop");
        assertThat(found("backup")).containsExactly("backup.md", "tables.md#restore-a-table", "tables.md#drop");
    }

    @Test
    void allWordsMustBeInOnePlaceInAnyCase() {
        assertThat(found("WRITTEN Dropped")).containsExactly("tables.md#drop");
        assertThat(found("written nowhere")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void theBeginningOfAWordCountsMoreThanItsMiddle() {
        ManualPage page = PARSER.page("x", "# X\n\n## One\n\nUnlocked.\n\n## Two\n\nLocked.\n");
        assertThat(ManualSearch.search(page.sections(), "lock")).extracting(ManualHit::heading).containsExactly("Two", "One");
    }

    @Test
    void anExcerptIsAroundTheFirstOfTheWords() {
        ManualPage page = PARSER.page("x", "# X\n\n" + "before ".repeat(30) + "needle " + "after ".repeat(30));
        String excerpt = ManualSearch.search(page.sections(), "needle").getFirst().excerpt();
        assertThat(excerpt).startsWith("… before").contains("needle").endsWith(" …").hasSizeLessThan(140);
    }

    @Test
    void aHitSaysWhereItIs() {
        ManualHit hit = ManualSearch.search(TABLES.sections(), "choose").getFirst();
        assertThat(hit.title()).isEqualTo("Tables › Restore a table");
    }

    @Test
    void markupThatCannotBeShownIsRefused() {
        assertThatThrownBy(() -> PARSER.page("x", "No title.")).hasMessageContaining("title");
        assertThatThrownBy(() -> PARSER.page("x", "# X\n\n> A quotation")).hasMessageContaining("does not use");
        assertThatThrownBy(() -> PARSER.page("x", "# X\n\n![a picture](p.png)")).hasMessageContaining("does not use");
    }
}
