package dev.switchboard.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final RecentEntries recent = TestPalette.recent();
    private final PaletteViewModel model = new PaletteViewModel(recent);

    @BeforeEach
    void offer() {
        model.offer(List.of(entry("Conversations"), entry("Activity"), entry("@ada (Ada Lindqvist)"), entry("Theme: dark")));
    }

    private static PaletteEntry entry(String title) {
        return new PaletteEntry(title, "", "fth-circle", () -> {});
    }

    @Test
    void showsAllEntriesInOrderWithoutQuery() {
        assertThat(model.matches()).extracting(PaletteEntry::title).startsWith("Conversations", "Activity");
    }

    @Test
    void entriesThatWereRunLastComeFirstAmongEqualMatches() {
        recent.ran("Theme: dark");
        recent.ran("Activity");
        model.offer(List.of(entry("Conversations"), entry("Activity"), entry("@ada (Ada Lindqvist)"), entry("Theme: dark")));
        assertThat(model.matches()).extracting(PaletteEntry::title).startsWith("Activity", "Theme: dark", "Conversations");
        model.queryProperty().set("con");
        assertThat(model.entry()).extracting(PaletteEntry::title).isEqualTo("Conversations");
    }

    @Test
    void recentEntriesAreBounded() {
        for (int i = 0; i <= RecentEntries.KEPT; i++) {
            recent.ran("Entry " + i);
        }
        assertThat(recent.position("Entry " + RecentEntries.KEPT)).isZero();
        assertThat(recent.position("Entry 1")).isEqualTo(RecentEntries.KEPT - 1);
        assertThat(recent.position("Entry 0")).isEqualTo(RecentEntries.KEPT);
    }

    @Test
    void prefixMatchesComeFirst() {
        model.queryProperty().set("a");
        assertThat(model.matches()).extracting(PaletteEntry::title).startsWith("Activity", "@ada (Ada Lindqvist)");
    }

    @Test
    void userIsFoundByHandleAndByName() {
        model.queryProperty().set("@ada");
        assertThat(model.entry()).extracting(PaletteEntry::title).isEqualTo("@ada (Ada Lindqvist)");
        model.queryProperty().set("lindq");
        assertThat(model.entry()).extracting(PaletteEntry::title).isEqualTo("@ada (Ada Lindqvist)");
    }

    @Test
    void subsequenceMatches() {
        model.queryProperty().set("cnvs");
        assertThat(model.matches()).extracting(PaletteEntry::title).containsExactly("Conversations");
    }

    @Test
    void noMatchRunsNothing() {
        model.queryProperty().set("xyz");
        assertThat(model.entry()).isNull();
    }

    @Test
    void selectionWrapsAround() {
        model.move(-1);
        assertThat(model.chosenProperty().get()).isEqualTo(3);
        model.move(1);
        assertThat(model.chosenProperty().get()).isZero();
    }
}
