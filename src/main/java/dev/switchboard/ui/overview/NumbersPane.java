package dev.switchboard.ui.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The numbers of the Overview screen in a row. */
public final class NumbersPane extends GridPane {
    private static final double[] WIDE = {18, 20, 16, 20, 26};
    private static final double[] NARROW = {33, 33, 34};
    /** The width in pixels from which the texts of all tiles fit in one row. */
    private static final double LEAST_WIDE = 920;
    private final List<NumberTile> tiles = new ArrayList<>();

    /** Created by FXML; the controller must call {@link #follow}. */
    public NumbersPane() {
        setHgap(16);
        setVgap(16);
        widthProperty().subscribe(this::arrange);
    }

    private double[] columns() {
        return getWidth() < LEAST_WIDE && getWidth() > 0 ? NARROW : WIDE;
    }

    /** Puts the tiles in one row or, in a narrow window, in two. */
    private void arrange() {
        double[] percents = columns();
        if (getColumnConstraints().size() != percents.length) {
            getColumnConstraints().setAll(Arrays.stream(percents).mapToObj(percent -> {
                ColumnConstraints column = new ColumnConstraints();
                column.setPercentWidth(percent);
                return column;
            }).toList());
        }
        for (int i = 0; i < tiles.size(); i++) {
            setConstraints(tiles.get(i), i % percents.length, i / percents.length);
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
                getChildren().add(tiles.get(i));
            }
        }
        arrange();
    }
}
