package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.text.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The checks of a group. Where none of them found anything, their rows are hidden until they are asked for. */
final class CheckGroupPane extends VBox {
    private static final Messages TEXT = Messages.of(CheckGroupPane.class);
    private final CheckGroup group;
    private final VBox rows = new VBox();
    private final Label summary = new Label();
    private final FontIcon arrow = new FontIcon("fth-chevron-down");
    private final Button toggle = new Button("", arrow);
    private @Nullable Boolean wanted;
    private boolean open;

    CheckGroupPane(CheckGroup group) {
        this.group = group;
        setId("checks-" + group.name());
        getStyleClass().addAll("card", "check-group");
        Label title = new Label(group.title());
        title.getStyleClass().add("section-title");
        summary.getStyleClass().add("pill");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        toggle.setId("toggle-" + group.name());
        toggle.getStyleClass().addAll("flat", "small");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setOnAction(event -> {
            wanted = !open;
            update(!open);
        });
        HBox head = new HBox(8, title, summary, gap, toggle);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, rows);
    }

    CheckGroup group() {
        return group;
    }

    /**
     * Shows results.
     *
     * @param results those of all checks of the group
     * @param shown the rows of those that are listed
     */
    void show(List<CheckResult> results, List<? extends Node> shown) {
        long problems = results.stream().filter(CheckResult::isFinding).count();
        long passed = results.stream().filter(result -> result.state() == CheckState.OK).count();
        long skipped = results.stream().filter(result -> result.state() == CheckState.SKIPPED).count();
        summary.setText(
                problems > 0
                        ? TEXT.get("group.problems", problems, results.size())
                        : skipped > 0 ? TEXT.get("group.skipped", passed, skipped) : TEXT.get("group.passed", passed));
        summary.getStyleClass().setAll("label", "pill", problems > 0 ? "warning" : skipped > 0 ? "neutral" : "success");
        rows.getChildren().setAll(shown);
        boolean any = !results.isEmpty() && !shown.isEmpty();
        setVisible(any);
        setManaged(any);
        update(wanted == null ? problems > 0 : wanted);
    }

    private void update(boolean shown) {
        open = shown;
        rows.setVisible(shown);
        rows.setManaged(shown);
        arrow.setIconLiteral(shown ? "fth-chevron-up" : "fth-chevron-down");
        toggle.setText(TEXT.get(shown ? "group.hide" : "group.show"));
        toggle.setAccessibleText(group.title() + ": " + toggle.getText());
    }
}
