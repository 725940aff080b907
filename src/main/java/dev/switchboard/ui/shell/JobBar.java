package dev.switchboard.ui.shell;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.UiJobs;
import java.time.Duration;
import javafx.geometry.Side;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The running jobs in the footer: the longest-running one with its progress, and how many more there are. */
final class JobBar {
    private static final Messages TEXT = Messages.of(JobBar.class);
    /** A job shorter than this is not worth a flicker. */
    static final Duration QUIET = Duration.ofMillis(500);

    private final HBox box;
    private final Label title = new Label();
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Hyperlink rate = new Hyperlink();
    private final Hyperlink cancel = new Hyperlink(TEXT.get("jobs.cancel"));
    private final Label more = new Label();
    private @Nullable UiJobs jobs;
    private @Nullable JobViewModel shown;

    JobBar(HBox box) {
        this.box = box;
        title.getStyleClass().add("strong");
        more.getStyleClass().add("text-muted");
        bar.getStyleClass().add("small");
        bar.setPrefWidth(96);
        cancel.setId("cancel-job");
        rate.setId("job-rate");
        rate.setTooltip(new Tooltip(TEXT.get("jobs.rate.hint")));
        rate.visibleProperty().bind(rate.textProperty().isNotEmpty());
        rate.managedProperty().bind(rate.visibleProperty());
        box.getChildren().addAll(title, text, bar, rate, cancel, more);
        show(null, 0);
    }

    /** Follows the jobs of a session, or of none. */
    void follow(@Nullable UiJobs followed) {
        jobs = followed;
        tick();
    }

    /** Looks which jobs have run long enough to be shown; called a few times each second. */
    void tick() {
        UiJobs now = jobs;
        if (now == null) {
            show(null, 0);
            return;
        }
        var slow = now.running().stream().filter(job -> job.elapsed().compareTo(QUIET) >= 0).toList();
        slow.stream().limit(1).forEach(JobViewModel::refreshRates);
        show(slow.isEmpty() ? null : slow.getFirst(), slow.size() - 1);
    }

    private void show(@Nullable JobViewModel job, int others) {
        box.setVisible(job != null);
        more.setText(others > 0 ? TEXT.get("jobs.more", others) : "");
        if (job == shown) {
            return;
        }
        shown = job;
        text.textProperty().unbind();
        rate.textProperty().unbind();
        bar.progressProperty().unbind();
        cancel.disableProperty().unbind();
        if (job == null) {
            // An indeterminate bar that nobody sees would go on animating.
            bar.setProgress(0);
            rate.setText("");
            return;
        }
        title.setText(job.title());
        text.textProperty().bind(job.textProperty());
        rate.textProperty().bind(job.rateProperty());
        rate.setOnAction(event -> RateMenu.of(job).show(rate, Side.TOP, 0, 0));
        bar.progressProperty().bind(job.fractionProperty());
        cancel.setOnAction(event -> job.cancel());
        cancel.disableProperty().bind(job.stoppingProperty());
        box.setAccessibleText(job.title());
    }
}
