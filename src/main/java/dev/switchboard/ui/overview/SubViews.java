package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.HealthChecker;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.overview.findings.ChosenFindings;
import dev.switchboard.ui.overview.findings.FindingsController;
import dev.switchboard.ui.overview.findings.FindingsController.LoadedFindings;
import dev.switchboard.ui.overview.findings.FindingsViewModel;
import dev.switchboard.ui.overview.repair.DataRepairController;
import dev.switchboard.ui.overview.repair.DataRepairViewModel;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The views that take the place of the checks: the findings of one, and their repair, which goes back to where it was opened. */
final class SubViews {
    private final UiContext context;
    private final OverviewViewModel model;
    private final StackPane holder;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper repairShown = new ReadOnlyBooleanWrapper();
    private @Nullable LoadedFindings findings;
    private @Nullable DataRepairViewModel repair;
    private @Nullable String wanted;

    /** @param holder holds the view that is shown */
    SubViews(UiContext context, OverviewViewModel model, StackPane holder) {
        this.context = context;
        this.model = model;
        this.holder = holder;
    }

    /** Whether a view is shown in place of the checks. */
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows the findings of a check of the data. */
    void findings(CheckResult result) {
        if (DataCheck.of(result.id()).isPresent()) {
            findings(result, "");
        }
    }

    /** Shows the findings of a check as soon as they are known. */
    void findings(String check) {
        wanted = check;
        openWanted();
    }

    private void openWanted() {
        CheckResult result = wanted == null ? null : model.result(wanted);
        if (result != null) {
            wanted = null;
            if (result.count() > 0 && !isRepairing()) {
                closeRepair();
                findings(result);
            }
        }
    }

    private FindingsController findings(CheckResult result, String filter) {
        FindingsViewModel rows = new FindingsViewModel(context, result);
        rows.filterBy(filter);
        LoadedFindings loaded = FindingsController.load(context, rows, new FindingsController.Host() {
            @Override
            public void back() {
                close();
            }

            @Override
            public void repair(FindingsViewModel shownFindings, List<Finding> chosen) {
                SubViews.this.repair(shownFindings.check(), new ChosenFindings(chosen));
            }
        });
        findings = loaded;
        show(loaded.root());
        return loaded.controller();
    }

    /** Shows what the repair of all findings of a check would write. */
    void repair(CheckResult result) {
        DataCheck.of(result.id()).ifPresent(check -> repair(check, result.findings()));
    }

    private void repair(DataCheck check, Findings chosen) {
        HealthChecker doctor = context.session().doctor();
        DataRepairViewModel opened = new DataRepairViewModel(context, doctor, check, chosen, count -> repaired(check, count));
        repair = opened;
        repairShown.set(true);
        show(DataRepairController.load(context, opened, this::back));
        opened.plan();
    }

    /** Goes back to the checks, which run again; an undo leaves the view that is shown by then. */
    private void repaired(DataCheck check, long count) {
        if (count >= 0) {
            close();
        }
        model.repaired(check, count);
    }

    /** Goes back from a repair to the findings that were chosen from, and otherwise to the checks. */
    void back() {
        boolean wasRepair = repair != null;
        closeRepair();
        LoadedFindings former = findings;
        if (wasRepair && former != null) {
            show(former.root());
        } else {
            close();
        }
    }

    private void closeRepair() {
        if (repair != null) {
            repair.close();
            repair = null;
            repairShown.set(false);
        }
    }

    private void show(Node view) {
        holder.getChildren().setAll(view);
        shown.set(true);
    }

    /** Goes back to the checks. */
    void close() {
        closeRepair();
        findings = null;
        holder.getChildren().clear();
        shown.set(false);
    }

    /** Whether a repair is shown, whose findings must stay readable, so that no checks replace them. */
    ReadOnlyBooleanProperty repairShownProperty() {
        return repairShown.getReadOnlyProperty();
    }

    /** Plans the repair that is shown once more, unless it is under way. */
    void planAgain() {
        if (repair != null && !isRepairing()) {
            repair.plan();
        }
    }

    /** Whether findings are being repaired, so that the view stays. */
    boolean isRepairing() {
        return repair != null && repair.repairingProperty().get();
    }

    /** Shows the newest findings where a table of older ones is shown. */
    void renewed() {
        openWanted();
        LoadedFindings former = findings;
        if (former == null || repair != null) {
            return;
        }
        FindingsViewModel old = former.controller().model();
        CheckResult now = model.result(old.check().id());
        if (now == null || now.count() == 0) {
            close();
        } else if (!now.findings().equals(old.findings())) {
            var chosen = former.controller().chosen();
            findings(now, old.filterText()).choose(chosen);
        }
    }

    /** Moves the focus to the filter of the findings, if they are shown. */
    void focusFilter() {
        if (findings != null && repair == null) {
            findings.controller().focusFilter();
        }
    }
}
