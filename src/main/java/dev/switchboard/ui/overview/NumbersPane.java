package dev.switchboard.ui.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The numbers of the Overview screen in a row. */
public final class NumbersPane extends GridPane {
    private static final double[] PERCENT = {18, 20, 16, 20, 26};
    private final List<NumberTile> tiles = new ArrayList<>();

    /** Created by FXML; the controller must call {@link #follow}. */
    public NumbersPane() {
        setHgap(16);
        for (double percent : PERCENT) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(percent);
            getColumnConstraints().add(column);
        }
    }

    /**
     * Shows the numbers from now on.
     *
     * @param open opens the screen of a number
     */
    void follow(NumbersViewModel model, Consumer<HealthNumber> open) {
        model.numbers().addListener((ListChangeListener<HealthNumber>) change -> show(model.numbers(), open));
        show(model.numbers(), open);
    }

    /** The tiles stay, so that the one that has the focus keeps it. */
    private void show(List<HealthNumber> numbers, Consumer<HealthNumber> open) {
        for (int i = 0; i < numbers.size(); i++) {
            if (i < tiles.size()) {
                tiles.get(i).show(numbers.get(i), open);
            } else {
                tiles.add(new NumberTile(numbers.get(i), open));
                add(tiles.get(i), i, 0);
            }
        }
    }
}
