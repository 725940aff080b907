package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.overview.charts.LatencyHistory;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.VBox;

/** The checks by group. Those of the backends are on cards of their own, and here only where they can be repaired. */
public final class ChecksPane extends VBox {
    private final List<CheckGroupPane> groups = new ArrayList<>();

    /** Created by FXML; the controller must call {@link #follow}. */
    public ChecksPane() {
        setSpacing(12);
        for (CheckGroup group : CheckGroup.values()) {
            groups.add(new CheckGroupPane(group));
        }
        getChildren().setAll(groups);
    }

    /** Shows the results of the checks from now on. */
    void follow(OverviewViewModel model, LockViewModel lock, SubViews views) {
        CheckRow.Actions actions = new CheckRow.Actions() {
            @Override
            public void repair(CheckResult result) {
                if (EnvironmentRepairViewModel.isAvailable(result)) {
                    model.repair(result);
                } else {
                    views.repair(result);
                }
            }

            @Override
            public void findings(CheckResult result) {
                views.findings(result);
            }
        };
        model.results().addListener((ListChangeListener<CheckResult>) change -> show(model, lock, actions));
        show(model, lock, actions);
    }

    private void show(OverviewViewModel model, LockViewModel lock, CheckRow.Actions actions) {
        for (CheckGroupPane pane : groups) {
            List<CheckResult> results = model.results().stream().filter(result -> result.group() == pane.group()).toList();
            pane.show(results, results.stream()
                    .filter(result -> !LatencyHistory.BACKENDS.contains(result.id()) || result.repair() != null)
                    .map(result -> row(result, model, lock, actions))
                    .toList());
        }
    }

    /** The preview of a repair of findings writes nothing, so that it can be opened while the environment is locked. */
    private static CheckRow row(CheckResult result, OverviewViewModel model, LockViewModel lock, CheckRow.Actions actions) {
        BooleanBinding blocked = EnvironmentRepairViewModel.isAvailable(result)
                ? model.repairingProperty().or(lock.closed())
                : Bindings.or(model.repairingProperty(), model.checkingAllProperty());
        long repaired = DataCheck.of(result.id()).map(model::repairedSince).orElse(0L);
        return new CheckRow(result, repaired, model.describeRepair(result), blocked, actions);
    }
}
