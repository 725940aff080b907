package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final PaletteViewModel model = new PaletteViewModel();

    @BeforeEach
    void offer() {
        model.offer(List.of(entry("Conversations"), entry("Activity"), entry("@ada (Ada Lindqvist)"), entry("Theme: dark")));
    }

    private static PaletteEntry entry(String title) {
        return new PaletteEntry(title, "", "fth-circle", () -> {});
    }

    @Test
    void offers_all_in_order_before_anything_is_typed() {
        assertThat(model.matches()).extracting(PaletteEntry::title).startsWith("Conversations", "Activity");
    }

    @Test
    void what_begins_with_the_word_comes_first() {
        model.queryProperty().set("a");
        assertThat(model.matches()).extracting(PaletteEntry::title).startsWith("Activity", "@ada (Ada Lindqvist)");
    }

    @Test
    void a_user_is_found_by_handle_and_by_name() {
        model.queryProperty().set("@ada");
        assertThat(model.entry()).extracting(PaletteEntry::title).isEqualTo("@ada (Ada Lindqvist)");
        model.queryProperty().set("lindq");
        assertThat(model.entry()).extracting(PaletteEntry::title).isEqualTo("@ada (Ada Lindqvist)");
    }

    @Test
    void letters_in_order_are_enough() {
        model.queryProperty().set("cnvs");
        assertThat(model.matches()).extracting(PaletteEntry::title).containsExactly("Conversations");
    }

    @Test
    void nothing_fits_and_enter_runs_nothing() {
        model.queryProperty().set("xyz");
        assertThat(model.entry()).isNull();
    }

    @Test
    void the_choice_goes_round_at_both_ends() {
        model.move(-1);
        assertThat(model.chosenProperty().get()).isEqualTo(3);
        model.move(1);
        assertThat(model.chosenProperty().get()).isZero();
    }
}
