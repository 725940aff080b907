package dev.switchboard.ui.overview.charts;

import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A chart with its title, or what to do so that there is something to show. */
final class ChartCard extends VBox {
    private static final double HEIGHT = 240;
    private final StackPane holder = new StackPane();
    private final String title;

    ChartCard(String id, String title) {
        this.title = title;
        setId("chart-" + id);
        getStyleClass().add("card");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        holder.setPrefHeight(HEIGHT);
        holder.setMinHeight(HEIGHT);
        VBox.setVgrow(holder, Priority.ALWAYS);
        getChildren().setAll(heading, holder);
    }

    /** Shows a text instead of a chart. */
    void say(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(320);
        label.getStyleClass().addAll("text-muted", "centered");
        holder.getChildren().setAll(label);
    }

    /**
     * Shows a chart.
     *
     * @param description what it shows, in words, for those who do not see it
     */
    void show(XYChart<?, ?> chart, String description) {
        chart.setAnimated(false);
        chart.setHorizontalZeroLineVisible(false);
        chart.setVerticalZeroLineVisible(false);
        chart.setVerticalGridLinesVisible(false);
        chart.setAlternativeRowFillVisible(false);
        chart.setAlternativeColumnFillVisible(false);
        chart.setMinHeight(0);
        chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        chart.setAccessibleText(title + ". " + description);
        holder.getChildren().setAll(chart);
    }

    /** Returns an axis of numbers that begins at 0. */
    static NumberAxis numbers(String label) {
        NumberAxis axis = new NumberAxis();
        axis.setAnimated(false);
        axis.setForceZeroInRange(true);
        axis.setMinorTickVisible(false);
        axis.setLabel(label);
        return axis;
    }

    /** Leaves the ticks out that are between whole numbers, where something is counted. */
    static void whole(NumberAxis axis, double most) {
        if (most < 5) {
            axis.setAutoRanging(false);
            axis.setLowerBound(0);
            axis.setUpperBound(Math.max(1, most));
            axis.setTickUnit(1);
        }
    }

    /** Adds a point or bar, with its value in words when the mouse is over it. */
    static <X, Y> void add(ObservableList<XYChart.Data<X, Y>> data, X x, Y y, String words) {
        XYChart.Data<X, Y> point = new XYChart.Data<>(x, y);
        data.add(point);
        point.nodeProperty().subscribe((Node node) -> {
            if (node != null) {
                Tooltip.install(node, new Tooltip(words));
            }
        });
    }

}
