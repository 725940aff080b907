package dev.switchboard.ui.shell;

import dev.switchboard.job.RateControl;
import dev.switchboard.job.RateText;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.JobViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Changes the limits of the capacity that a running job uses: a field for each, applied with Enter. */
final class RateMenu {
    private static final Messages TEXT = Messages.of(RateMenu.class);
    private static final double FIELD_WIDTH = 80;

    private RateMenu() {}

    static ContextMenu of(JobViewModel job) {
        ContextMenu menu = new ContextMenu();
        for (RateControl rate : job.rates()) {
            CustomMenuItem item = new CustomMenuItem(field(job, rate, menu));
            item.setHideOnClick(false);
            menu.getItems().add(item);
        }
        return menu;
    }

    private static VBox field(JobViewModel job, RateControl rate, ContextMenu menu) {
        TextField limit = new TextField(JobViewModel.limitText(rate));
        limit.setId(rate.unit() == RateControl.Unit.READ ? "read-limit" : "write-limit");
        limit.setPrefWidth(FIELD_WIDTH);
        Label label = new Label(TEXT.get("jobs.rate.limit", RateText.unit(rate.unit())));
        label.setLabelFor(limit);
        Label problem = new Label();
        problem.getStyleClass().add("danger");
        problem.setWrapText(true);
        problem.setVisible(false);
        problem.setManaged(false);
        limit.setOnAction(event -> {
            @Nullable String wrong = job.limit(rate.unit(), limit.getText());
            problem.setText(wrong == null ? "" : wrong);
            problem.setVisible(wrong != null);
            problem.setManaged(wrong != null);
            if (wrong == null) {
                menu.hide();
            }
        });
        HBox line = new HBox(8, label, limit);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, line, problem);
    }
}
