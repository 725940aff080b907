package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.RateControl.Unit;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

/** The strip of the running job shows the capacity that it uses, and its limit is changed there. */
class JobBarTest {
    @Test
    void theLimitOfARunningJobIsChangedInTheStrip() {
        CapacityLimiter writes = new CapacityLimiter(Unit.WRITE, 500, 500);
        CountDownLatch end = new CountDownLatch(1);
        UiJobs jobs = new UiJobs(JobRunner.onVirtualThreads(), Platform::runLater, new FailureExplainer(List.of()));
        HBox box = Fx.onFx(() -> new HBox(8));
        JobBar bar = Fx.onFx(() -> new JobBar(box));
        Fx.onFx(() -> bar.follow(jobs));
        Fx.onFx(() -> jobs.start("Importing items.json", progress -> {
            progress.step("Writing");
            progress.advance(312, 5000);
            try (CapacityScope _ = CapacityScope.ofWrites(writes, progress)) {
                end.await();
            }
            return 0;
        }, done -> {}, failure -> {}));
        try {
            Fx.waitFor("the rate is shown", () -> Fx.onFx(() -> {
                bar.tick();
                return box.lookup("#job-rate") instanceof Hyperlink rate && rate.isVisible();
            }));
            Hyperlink rate = (Hyperlink) box.lookup("#job-rate");
            assertThat(Fx.onFx(rate::getText)).isEqualTo("0 of 500 WCU/s");
            Screenshots.save(box, "job-bar-rate", 900, 48);
            Fx.onFx(() -> {
                ContextMenu menu = RateMenu.of(jobs.running().getFirst());
                TextField limit = (TextField) ((CustomMenuItem) menu.getItems().getFirst()).getContent().lookup("#write-limit");
                assertThat(limit.getText()).isEqualTo("500");
                limit.setText("250");
                limit.getOnAction().handle(null);
            });
            assertThat(writes.limit()).isEqualTo(250);
            assertThat(Fx.onFx(rate::getText)).isEqualTo("0 of 250 WCU/s");
        } finally {
            end.countDown();
            jobs.close();
        }
    }
}
