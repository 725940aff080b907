package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
    @Test
    void theTourDoesTheWholeJobAndLeavesNothingBehind(@TempDir Path home) throws IOException {
        long before = homes();

        CommandLineResult tour = new TestTerminal(home).run("tour", "--pictures", home.resolve("pictures").toString(), "--json").ok();

        JsonNode steps = tour.json().get("steps");
        assertThat(steps).hasSize(11).allMatch(step -> !step.get("results").isEmpty());
        assertThat(tour.err()).contains("cruddur-messages", "Save a picture of every screen");
        assertThat(steps.at("/9/results/0").asText()).as("the health checks").contains("10 of 10");
        assertThat(homes()).as("throw-away homes").isEqualTo(before);
        assertThat(home).isEmptyDirectory();
    }

    private static long homes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("switchboard-tour")).count();
        }
    }
}
