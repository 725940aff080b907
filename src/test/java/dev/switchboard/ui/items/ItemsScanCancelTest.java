package dev.switchboard.ui.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.items.ScanStatus.Phase;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.LiveContext;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemsScanCancelTest {
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
        ItemsViewModel model = Fx.onFx(() -> {
            ItemsViewModel made = new ItemsViewModel(LiveContext.of(test), Platform::runLater);
            made.form().limitProperty().set("");
            made.form().rateProperty().set("0.5");
            made.open("cruddur-messages");
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
        assertThat(Fx.onFx(() -> model.statusProperty().get().meaning())).contains("part of the table");
        Fx.pulse();
        assertThat(Fx.onFx(() -> model.rows().size())).as("no items after a stop").isEqualTo(kept);
    }
}
