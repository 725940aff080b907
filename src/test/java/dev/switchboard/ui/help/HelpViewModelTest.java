package dev.switchboard.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualHit;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpViewModelTest {
    private final HelpViewModel model = new HelpViewModel(new Manual());

    @Test
    void aScreenOpensItsPageAndAnUnknownOneTheTableOfContents() {
        model.openScreen("conversations");
        assertThat(model.page().title()).isEqualTo("Conversations");
        model.openScreen("");
        assertThat(model.page().id()).isEqualTo(Manual.CONTENTS);
    }

    @Test
    void linksLeadToPagesAndHeadingsAndBackReturns() {
        model.openScreen("tables");
        model.follow("backup.md");
        model.follow("rates.md#change-a-limit");
        assertThat(model.placeProperty().get()).isEqualTo(new HelpPlace("rates", "change-a-limit", List.of()));
        model.follow("#limits");
        assertThat(model.placeProperty().get()).isEqualTo(new HelpPlace("rates", "limits", List.of()));
        model.back();
        model.back();
        assertThat(model.page().id()).isEqualTo("backup");
        model.back();
        model.back();
        assertThat(model.page().id()).isEqualTo(Manual.CONTENTS);
        assertThat(model.hasBackProperty().get()).isFalse();
        model.back();
    }

    @Test
    void openingTheSamePlaceTwiceIsOneStep() {
        model.openScreen("tables");
        model.openScreen("tables");
        model.back();
        assertThat(model.hasBackProperty().get()).isFalse();
    }

    @Test
    void aResultOpensItsPlaceWithTheWordsMarked() {
        model.queryProperty().set(" Unlock prd ");
        ManualHit hit = model.hitsProperty().get().getFirst();
        model.open(hit);
        assertThat(model.placeProperty().get()).isEqualTo(new HelpPlace("environments", "unlock-prd", List.of("unlock", "prd")));
        assertThat(model.queryProperty().get()).isEmpty();
        assertThat(model.hitsProperty().get()).isEmpty();
    }

    @Test
    void aQueryThatFindsNothingHasNoResults() {
        model.queryProperty().set("xyzzy");
        assertThat(model.hitsProperty().get()).isEmpty();
    }
}
