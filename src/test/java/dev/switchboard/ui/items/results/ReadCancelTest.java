package dev.switchboard.ui.items.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.items.results.ReadStatus.Phase;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.ItemsFixture;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadCancelTest {
    @TempDir
    Path home;

    @BeforeEach
    void clean() {
        DynamoDbCleaner.now();
    }

    @Test
    void slowScanStopsAtOnceAndReportsPartialResult() {
        TestContext test = ItemsFixture.context(home, Environment.DEV);
        ItemsFixture.table(test, "cruddur-messages", 300);
        ResultsViewModel model = Fx.onFx(() -> {
            ResultsViewModel made = new ResultsViewModel(LiveContext.of(test), Platform::runLater);
            made.run(ReadPlan.scan("cruddur-messages").rated(0.5));
            return made;
        });
        Fx.waitFor("the first page is shown", () -> !model.rows().isEmpty());
        Fx.onFx(() -> {
            assertThat(model.runningProperty().get()).isTrue();
            model.stop();
            assertThat(model.runningProperty().get()).isFalse();
        });
        int kept = Fx.onFx(() -> model.rows().size());
        assertThat(kept).isBetween(1, 299);
        assertThat(Fx.onFx(() -> model.statusProperty().get().phase())).isEqualTo(Phase.STOPPED);
        assertThat(Fx.onFx(() -> model.statusProperty().get().meaning())).contains("before the end");
        Fx.pulse();
        assertThat(Fx.onFx(() -> model.rows().size())).as("no items after a stop").isEqualTo(kept);
    }
}
