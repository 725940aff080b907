package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Explanation;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class StateOverlayTest {
    @Test
    void errorShowsRemedyAndRetry() {
        boolean[] tried = {false};
        StateOverlay overlay = Fx.onFx(() -> {
            StateOverlay made = new StateOverlay();
            made.getChildren().add(new Label("content"));
            Explanation explanation =
                    new Explanation("The endpoint refused the connection.", "Check that the engine is running.", "trace", true);
            made.stateProperty().set(new ViewState.LoadFailure(explanation, () -> tried[0] = true));
            return made;
        });
        Screenshots.save(overlay, "common-error");
        Fx.onFx(() -> {
            assertThat(overlay.getChildren().getFirst().isVisible()).isFalse();
            ((Button) overlay.lookup(".button.accent")).fire();
        });
        assertThat(tried[0]).isTrue();
    }

    @Test
    void contentComesBack() {
        StateOverlay overlay = Fx.onFx(() -> {
            StateOverlay made = new StateOverlay();
            made.getChildren().add(new Label("content"));
            made.stateProperty().set(new ViewState.Loading("Reading"));
            made.stateProperty().set(ViewState.CONTENT);
            return made;
        });
        assertThat(overlay.getChildren()).hasSize(1);
        assertThat(overlay.getChildren().getFirst().isVisible()).isTrue();
    }

    @Test
    void whatFailedIsTriedAgainWhenTheScreenIsShownAgain() {
        int[] tried = new int[3];
        Explanation explanation = new Explanation("Nothing answers there.", null, "trace", true);
        Fx.onFx(() -> {
            StateOverlay made = new StateOverlay();
            made.shownAgain();
            made.stateProperty().set(new ViewState.LoadFailure(explanation, () -> tried[0]++));
            made.shownAgain();
            made.stateProperty().set(new ViewState.Empty("fth-grid", "No table", "Create it.", null, () -> tried[1]++));
            made.shownAgain();
            made.stateProperty().set(new ViewState.LoadFailure(explanation, () -> tried[2]++, null));
            made.shownAgain();
        });
        assertThat(tried).as("all but what the operator decides about").containsExactly(1, 1, 0);
    }
}
