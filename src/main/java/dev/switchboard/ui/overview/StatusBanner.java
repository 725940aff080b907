package dev.switchboard.ui.overview;

import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.overview.OverviewViewModel.OverviewStatus;
import java.util.function.BooleanSupplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line above the health checks: their overall status with the next step or, while all data is checked or repairs run, the progress. */
public final class StatusBanner extends StackPane {
    private static final Messages TEXT = Messages.of(StatusBanner.class);
    private final FontIcon icon = new FontIcon("fth-loader");
    private final Label text = new Label();
    private final Button next = button("next", TEXT.get("next"), "fth-message-circle");
    private final Button setUp = button("setUp", TEXT.get("setup.start.ask"), "fth-play");
    private final Button repairAll = button("repairAll", "", "fth-tool");
    private final Tooltip repairs = new Tooltip();
    private final HBox status = new HBox(icon, text, next, setUp, repairAll);
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final Button cancel = new Button(TEXT.get("full.cancel"));
    private final HBox running = new HBox(12, bar, progress, cancel);

    /** Created by FXML; the controller must call {@link #follow}. */
    public StatusBanner() {
        status.setId("status");
        text.setId("statusText");
        running.setId("running");
        cancel.setId("cancel");
        status.getStyleClass().add("note");
        running.getStyleClass().addAll("note", "accent");
        grow(text);
        grow(progress);
        bar.getStyleClass().add("small");
        bar.setPrefWidth(160);
        bar.setMinWidth(80);
        cancel.setMinWidth(USE_PREF_SIZE);
        repairAll.setTooltip(repairs);
        getChildren().setAll(status, running);
    }

    private static Button button(String id, String text, String icon) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("accent");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static void grow(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
    }

    /** Shows the status from now on. */
    void follow(UiContext context, OverviewViewModel model, Runnable offerSetup) {
        next.setOnAction(event -> context.navigator().open("conversations"));
        setUp.setOnAction(event -> offerSetup.run());
        repairAll.setOnAction(event -> model.repairAll());
        boolean local = context.session().environment().policy().localDefaults();
        model.statusProperty().subscribe((OverviewStatus now) -> show(now, model, local));
        BooleanBinding busy = model.checkingAllProperty().or(model.repairingProperty());
        NodeVisibility.when(running, busy);
        NodeVisibility.when(status, busy.not());
        busy.subscribe(now -> {
            if (now) {
                // The button that had the focus is hidden or disabled now.
                cancel.requestFocus();
            }
        });
        cancel.setOnAction(event -> model.stop());
        follow(model.jobProperty(), model.checkingAllProperty()::get);
        follow(model.repairJobProperty(), () -> true);
    }

    private void follow(ReadOnlyObjectProperty<@Nullable JobViewModel> jobs, BooleanSupplier shown) {
        jobs.subscribe((@Nullable JobViewModel job) -> {
            if (job != null && shown.getAsBoolean()) {
                bar.progressProperty().bind(job.fractionProperty());
                progress.textProperty().bind(job.textProperty().map(
                        step -> step.isEmpty() ? job.title() : TEXT.get("running", job.title(), step)));
                cancel.disableProperty().bind(job.stoppingProperty());
            }
        });
    }

    private void show(OverviewStatus now, OverviewViewModel model, boolean local) {
        status.getStyleClass().setAll("note", style(now));
        String key = now == OverviewStatus.GOOD && model.isSample() ? "status.GOOD.sample" : "status." + now;
        text.setText(TEXT.get(key, model.problems()));
        icon.setIconLiteral(
                switch (now) {
                    case CHECKING -> "fth-loader";
                    case EMPTY -> "fth-package";
                    case GOOD -> "fth-check-circle";
                    case WARNINGS -> "fth-alert-triangle";
                    case FAILURES -> "fth-x-circle";
                });
        shown(next, now == OverviewStatus.GOOD);
        shown(setUp, now == OverviewStatus.EMPTY);
        boolean settled = now == OverviewStatus.WARNINGS || now == OverviewStatus.FAILURES;
        shown(repairAll, settled && local && model.repairs() > 1);
        repairAll.setText(TEXT.get("repair.all", model.repairs()));
        repairs.setText(model.describeRepairs());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String style(OverviewStatus status) {
        return switch (status) {
            case CHECKING, EMPTY -> "accent";
            case GOOD -> "success";
            case WARNINGS -> "warning";
            case FAILURES -> "danger";
        };
    }
}
