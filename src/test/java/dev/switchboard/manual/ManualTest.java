package dev.switchboard.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that are shipped: their titles, their links, and that each is found. */
class ManualTest {
    private static final Path FOLDER = Path.of("src/docs/manual");
    private static final Manual MANUAL = new Manual();

    static Stream<ManualPage> pages() {
        return Stream.concat(Stream.of(Manual.CONTENTS), MANUAL.topics().stream().map(ManualTopic::id)).map(MANUAL::pageOrContents);
    }

    @Test
    void theTableOfContentsHasEachPageOnceWithItsTitle() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> ids =
                    files.map(file -> file.getFileName().toString().replace(".md", "")).filter(id -> !id.equals("index")).toList();
            assertThat(MANUAL.topics()).extracting(ManualTopic::id).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(MANUAL.topics()).allSatisfy(topic -> {
            assertThat(MANUAL.pageOrContents(topic.id()).title()).isEqualTo(topic.title());
            assertThat(topic.description()).as(topic.id()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAPageAndAHeading(ManualPage page) {
        ManualSpans.of(page).filter(ManualSpan::isLink).map(ManualSpan::link).forEach(link -> {
            String id = Manual.id(link).isEmpty() ? page.id() : Manual.id(link);
            assertThat(MANUAL.has(id)).as("the page of %s in %s", link, page.id()).isTrue();
            String anchor = Manual.anchor(link);
            if (!anchor.isEmpty()) {
                assertThat(MANUAL.pageOrContents(id).headings()).as("the heading of %s in %s", link, page.id())
                        .extracting(ManualBlock.Heading::anchor).contains(anchor);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsShort(ManualPage page) throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve(page.id() + ".md"))).hasSizeLessThanOrEqualTo(150)
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(180));
    }

    @Test
    void aTopicIsFoundByItsNameOrItsTitle() {
        assertThat(MANUAL.topic("backup")).map(ManualTopic::id).contains("backup");
        assertThat(MANUAL.topic("Backup and restore")).map(ManualTopic::id).contains("backup");
        assertThat(MANUAL.topic("seed")).map(ManualTopic::id).contains("seeding");
        assertThat(MANUAL.topic("nothing")).isEmpty();
        assertThat(MANUAL.pageOrContents("nothing").id()).isEqualTo(Manual.CONTENTS);
    }

    @Test
    void whatAnOperatorTypesAtNightFindsTheRightPlaceFirst() {
        assertThat(MANUAL.search("unlock").getFirst().link()).isEqualTo("environments.md#unlock-prd");
        assertThat(MANUAL.search("restore table").stream().limit(3).map(ManualHit::link)).contains("tables.md#restore-a-table");
        assertThat(MANUAL.search("undo").getFirst().page().id()).isEqualTo("changes");
        assertThat(MANUAL.search("throttl").stream().map(hit -> hit.page().id())).contains("rates");
        assertThat(MANUAL.search("expired").getFirst().page().id()).isIn("troubleshooting", "environments");
    }
}
