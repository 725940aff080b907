package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.testing.Fx;
import java.nio.file.Path;
import java.util.Comparator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableColumnsTest {
    private record City(String name, int people) {}

    private static final ObservableList<City> CITIES =
            FXCollections.observableArrayList(new City("bergen", 290), new City("Oslo", 710), new City("Alta", 15));

    @TempDir
    Path home;

    private WindowState state() {
        return new WindowState(SettingsFile.read(home.resolve("settings.json")));
    }

    private static SortedList<City> columns(TableView<City> table, WindowState state) {
        return TableColumns.of(table, "cities", state)
                .text("name", "Name", 120, City::name)
                .number("people", "People", 80, City::people, city -> String.valueOf(city.people()))
                .show(CITIES);
    }

    @Test
    void rowsKeepOrderUntilSortedAndSortSurvivesRestart() {
        try (WindowState state = state()) {
            TableView<City> table = Fx.onFx(() -> new TableView<>());
            SortedList<City> sorted = Fx.onFx(() -> columns(table, state));
            assertThat(sorted).isEqualTo(CITIES);
            Fx.onFx(() -> {
                TableColumn<City, ?> people = table.getColumns().get(1);
                people.setSortType(TableColumn.SortType.DESCENDING);
                table.getSortOrder().add(people);
            });
            assertThat(sorted).extracting(City::people).isSortedAccordingTo(Comparator.reverseOrder());
        }
        try (WindowState again = state()) {
            SortedList<City> sorted = Fx.onFx(() -> columns(new TableView<>(), again));
            assertThat(sorted).extracting(City::people).containsExactly(710, 290, 15);
        }
    }

    @Test
    void textSortsWithoutRegardToCase() {
        try (WindowState state = state()) {
            TableView<City> table = Fx.onFx(() -> new TableView<>());
            SortedList<City> sorted = Fx.onFx(() -> columns(table, state));
            Fx.onFx(() -> table.getSortOrder().add(table.getColumns().getFirst()));
            assertThat(sorted).extracting(City::name).containsExactly("Alta", "bergen", "Oslo");
        }
    }
}
