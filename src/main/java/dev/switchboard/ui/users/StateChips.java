package dev.switchboard.ui.users;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Filter chips: one for each state that occurs, with its count. */
final class StateChips {
    private static final Messages TEXT = Messages.of(StateChips.class);
    private final Pane pane;
    private final UsersViewModel model;

    StateChips(Pane pane, UsersViewModel model) {
        this.pane = pane;
        this.model = model;
    }

    void follow() {
        model.countsProperty().addListener(observable -> draw());
        model.onlyProperty().addListener(observable -> draw());
        draw();
    }

    private void draw() {
        pane.getChildren().clear();
        boolean compared = model.comparisonProperty().get() != null || model.countsProperty().get().size() > 1;
        pane.setVisible(compared);
        pane.setManaged(compared);
        if (!compared) {
            return;
        }
        pane.getChildren().add(chip(null, TEXT.get("state.all"), model.rows().size(), TEXT.get("state.all.meaning")));
        for (UserState state : UserState.values()) {
            int count = model.countsProperty().get().getOrDefault(state, 0);
            if (count > 0) {
                pane.getChildren().add(chip(state, state.title(), count, state.meaning()));
            }
        }
    }

    private ToggleButton chip(@Nullable UserState state, String title, int count, String meaning) {
        ToggleButton chip = new ToggleButton(title + "  " + Formats.count(count));
        chip.getStyleClass().add("chip");
        if (state != null) {
            chip.getStyleClass().add(state.style());
        }
        chip.setSelected(model.onlyProperty().get() == state);
        chip.setTooltip(new Tooltip(meaning));
        chip.setAccessibleText(TEXT.get("chip.accessible", title, count));
        chip.setOnAction(event -> choose(state));
        return chip;
    }

    private void choose(@Nullable UserState state) {
        if (model.onlyProperty().get() == state) {
            // Clicking the selected chip clears the filter; the chips must be redrawn.
            model.onlyProperty().set(null);
            draw();
        } else {
            model.onlyProperty().set(state);
        }
    }
}
