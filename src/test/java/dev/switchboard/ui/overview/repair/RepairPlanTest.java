package dev.switchboard.ui.overview.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.repair.PlannedRepair;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.journal.Change;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepairPlanTest {
    private static final Change ITEM = new Change(
            "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"b\"}}", "{\"pk\":{\"S\":\"a\"},\"h\":{\"S\":\"x\"}}",
            "{\"pk\":{\"S\":\"a\"},\"h\":{\"S\":\"y\"}}");
    private static final Change ROW = new Change(
            "{\"uuid\":\"u\",\"handle\":\"ada\"}", "{\"cognito_user_id\":null}", "{\"cognito_user_id\":\"sub\"}");

    private static Finding finding(DataCheck check) {
        return new Finding(check, Map.of(), "Something is wrong.");
    }

    @Test
    void totalsAreExactAndTheListsBounded() {
        RepairPlan plan = new RepairPlan();
        for (int i = 0; i < 150; i++) {
            plan.add(new PlannedRepair.Writes(finding(DataCheck.USER_RENAMED), Collections.nCopies(3, ITEM)));
            plan.add(new PlannedRepair.Impossible(finding(DataCheck.USER_RENAMED), "No."));
            plan.add(new PlannedRepair.Impossible(finding(DataCheck.USER_RENAMED), "No."));
        }
        plan.add(new PlannedRepair.Gone(finding(DataCheck.USER_RENAMED)));
        assertThat(plan.repairable()).isEqualTo(150);
        assertThat(plan.written()).isEqualTo(450);
        assertThat(plan.writes()).hasSize(RepairPlan.SHOWN);
        assertThat(plan.impossible()).isEqualTo(300);
        assertThat(plan.refusals()).hasSize(RepairPlan.SHOWN);
        assertThat(plan.gone()).isEqualTo(1);
    }

    @Test
    void itemsAndRowsAreComparedByAttribute() {
        RepairWrite item = new RepairWrite(finding(DataCheck.USER_RENAMED), ITEM);
        assertThat(item.key()).isEqualTo("a · b");
        assertThat(item.kind()).isEqualTo(RepairWrite.Kind.CHANGED);
        assertThat(item.attributes()).extracting(AttributeChange::path).containsExactly("h");
        RepairWrite row = new RepairWrite(finding(DataCheck.COGNITO_ID_MISSING), ROW);
        assertThat(row.key()).isEqualTo("u · ada");
        assertThat(row.attributes()).extracting(AttributeChange::path).containsExactly("cognito_user_id");
    }

    @Test
    void aWriteCreatesChangesOrDeletes() {
        Finding finding = finding(DataCheck.USER_RENAMED);
        assertThat(new RepairWrite(finding, new Change(ITEM.key(), null, ITEM.after())).kind()).isEqualTo(RepairWrite.Kind.CREATED);
        assertThat(new RepairWrite(finding, new Change(ITEM.key(), ITEM.before(), null)).kind()).isEqualTo(RepairWrite.Kind.DELETED);
    }
}
