package dev.switchboard.ui.overview.charts;

import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.DataSummary.GroupActivity;
import dev.switchboard.text.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;

/** The charts of what was counted in the data, which are only drawn when all of it was read. */
final class DataCharts {
    /** The number of days of the chart of messages. */
    static final int DAYS = 30;

    /** The minimum number of days of the chart of messages. */
    static final int FEWEST_DAYS = 7;

    /** The maximum width of a bar in pixels, with the margin of the chart. */
    private static final double WIDEST_BAR = 64;

    private static final Messages TEXT = Messages.of(DataCharts.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_YEAR = DateTimeFormatter.ofPattern("d MMM uu", Locale.ENGLISH);

    private DataCharts() {}

    /** Shows the number of messages a day, of the last days. */
    static void messages(ChartCard card, DataSummary summary) {
        Map<String, Long> days = days(summary);
        if (!summary.complete()) {
            card.say(TEXT.get("messages.unknown"));
        } else if (days.isEmpty()) {
            card.say(TEXT.get("messages.none"));
        } else {
            bars(card, days, (day, count) -> TEXT.get("messages.count", day, count), TEXT.get("axis.messages"));
        }
    }

    /**
     * Returns the number of messages of the last days up to the newest message, by the label of the day, in order; of at least {@value #FEWEST_DAYS}
     * days, because a chart of one day is a line.
     */
    static Map<String, Long> days(DataSummary summary) {
        SortedMap<LocalDate, Long> all = summary.messagesPerDay();
        Map<String, Long> days = new LinkedHashMap<>();
        if (all.isEmpty()) {
            return days;
        }
        LocalDate last = all.lastKey();
        long count = Math.clamp(ChronoUnit.DAYS.between(all.firstKey(), last) + 1, FEWEST_DAYS, DAYS);
        LocalDate first = last.minusDays(count - 1);
        DateTimeFormatter label = first.getYear() == last.getYear() ? DAY : DAY_YEAR;
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(label.format(day), all.getOrDefault(day, 0L)));
        return days;
    }

    /** Shows the number of conversations by the age of their newest message. */
    static void activity(ChartCard card, DataSummary summary) {
        if (!summary.complete()) {
            card.say(TEXT.get("groups.unknown"));
        } else if (summary.groups() == 0) {
            card.say(TEXT.get("groups.none"));
        } else {
            GroupActivity activity = summary.activity();
            Map<String, Long> ages = new LinkedHashMap<>();
            ages.put(TEXT.get("age.day"), activity.day());
            ages.put(TEXT.get("age.month"), activity.month());
            ages.put(TEXT.get("age.year"), activity.year());
            ages.put(TEXT.get("age.older"), activity.older());
            bars(card, ages, (age, count) -> TEXT.get("groups.count", age, count), TEXT.get("axis.groups"));
        }
    }

    private static void bars(ChartCard card, Map<String, Long> values, BiFunction<String, Long, String> words, String label) {
        CategoryAxis categories = new CategoryAxis();
        categories.setAnimated(false);
        NumberAxis numbers = ChartCard.numbers(label);
        ChartCard.whole(numbers, values.values().stream().mapToDouble(Long::doubleValue).max().orElse(0));
        BarChart<String, Number> chart = new BarChart<>(categories, numbers);
        chart.setLegendVisible(false);
        chart.widthProperty().subscribe(width -> chart.setCategoryGap(Math.max(4, width.doubleValue() / values.size() - WIDEST_BAR)));
        XYChart.Series<String, Number> series = new XYChart.Series<>();
        values.forEach((name, count) -> ChartCard.add(series.getData(), name, count, words.apply(name, count)));
        chart.getData().add(series);
        String description = values.entrySet().stream()
                .map(value -> words.apply(value.getKey(), value.getValue()))
                .collect(Collectors.joining(", "));
        card.show(chart, description + ".");
    }
}
