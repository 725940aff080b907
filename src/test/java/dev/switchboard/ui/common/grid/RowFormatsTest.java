package dev.switchboard.ui.common.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowFormatsTest {
    private record City(String name, int people) {}

    private static final List<City> CITIES = List.of(new City("bergen", 290), new City("Oslo | east\nwest", 710));
    private static final List<GridColumn<City>> COLUMNS = List.of(
            GridColumn.<City>text("name", "Name", 120, city -> city.name().substring(0, 4)).withWhole(City::name),
            GridColumn.number("people", "People", 80, City::people, city -> String.valueOf(city.people())));

    @Test
    void wholeValuesAreCopiedInEachForm() {
        assertThat(RowFormats.text(CITIES.subList(0, 1), COLUMNS)).isEqualTo("bergen\t290");
        assertThat(RowFormats.withHeadings(CITIES.subList(0, 1), COLUMNS)).isEqualTo("Name\tPeople\nbergen\t290");
        assertThat(RowFormats.csv(CITIES, COLUMNS)).isEqualTo("Name,People\nbergen,290\n\"Oslo | east\nwest\",710");
        assertThat(RowFormats.object(CITIES.getFirst(), COLUMNS)).isEqualTo("{\"Name\":\"bergen\",\"People\":\"290\"}");
    }

    @Test
    void aMarkdownTableHasALineForEachRow() {
        assertThat(RowFormats.markdown(CITIES, COLUMNS)).isEqualTo("""
                | Name | People |
                | --- | ---: |
                | bergen | 290 |
                | Oslo \\| east<br>west | 710 |""");
    }
}
