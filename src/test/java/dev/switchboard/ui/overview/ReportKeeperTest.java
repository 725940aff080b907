package dev.switchboard.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.CheckGroup;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.DataSummary.GroupActivity;
import dev.switchboard.doctor.data.Findings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportKeeperTest {
    private static final Instant AT = Instant.parse("2026-11-26T12:00:00Z");
    private final List<String> closed = new ArrayList<>();
    private final ReportKeeper keeper = new ReportKeeper(Runnable::run);

    private DoctorReport report(String name, boolean complete, CheckState environment, CheckState data) {
        DataSummary summary = new DataSummary(
                AT, complete, 20, 15, complete ? 4 : 0, AT, AT, AT, new TreeMap<>(), new GroupActivity(0, 0, 0, 0), 1);
        return new DoctorReport(
                List.of(result("dynamodb", CheckGroup.ENVIRONMENT, environment, name), result("time-order", CheckGroup.TIMES, data, name)),
                summary, () -> closed.add(name));
    }

    private static CheckResult result(String id, CheckGroup group, CheckState state, String detail) {
        return new CheckResult(id, id, group, state, detail, null, null, Duration.ZERO, Findings.NONE);
    }

    @Test
    void aSampleDoesNotReplaceWhatWasFoundInAllData() {
        keeper.add(report("all", true, CheckState.OK, CheckState.WARNING));
        keeper.add(report("sample", false, CheckState.FAILED, CheckState.SKIPPED));
        assertThat(keeper.results()).extracting(CheckResult::detail).containsExactly("sample", "all");
        assertThat(keeper.isOlder()).isTrue();
        assertThat(keeper.summary().complete()).isTrue();
        assertThat(closed).as("its findings can still be read").isEmpty();
        keeper.add(report("next", false, CheckState.OK, CheckState.SKIPPED));
        assertThat(closed).containsExactly("sample");
        keeper.close();
        assertThat(closed).containsExactlyInAnyOrder("sample", "next", "all");
    }

    @Test
    void aPassOverAllDataReplacesEverything() {
        keeper.add(report("first", true, CheckState.OK, CheckState.WARNING));
        keeper.add(report("second", true, CheckState.OK, CheckState.OK));
        assertThat(keeper.results()).extracting(CheckResult::detail).containsExactly("second", "second");
        assertThat(keeper.isOlder()).isFalse();
        assertThat(closed).containsExactly("first");
    }

    @Test
    void aSampleReplacesASample() {
        keeper.add(report("first", false, CheckState.OK, CheckState.SKIPPED));
        keeper.add(report("second", false, CheckState.OK, CheckState.WARNING));
        assertThat(keeper.results()).extracting(CheckResult::detail).containsExactly("second", "second");
        assertThat(closed).containsExactly("first");
    }

    @Test
    void numbersSayTheirAgeAndWhatIsNotKnown() {
        DataSummary sample = report("sample", false, CheckState.OK, CheckState.OK).summary();
        DataSummary all = report("all", true, CheckState.OK, CheckState.OK).summary();
        assertThat(HealthNumbers.messages(sample, AT, ZoneOffset.UTC).value()).isEqualTo("—");
        assertThat(HealthNumbers.messages(sample, AT, ZoneOffset.UTC).note()).contains("Check all data");
        assertThat(HealthNumbers.messages(all, AT, ZoneOffset.UTC)).extracting(HealthNumber::value, HealthNumber::note)
                .containsExactly("15", "in 4 groups, as of 12:00");
        assertThat(HealthNumbers.newest(sample, AT, ZoneOffset.UTC).note()).contains("sample");
        assertThat(HealthNumbers.items("t", null).value()).isEqualTo("—");
        assertThat(HealthNumbers.users(null).value()).isEqualTo("—");
        assertThat(HealthNumbers.cost(new ActivityLog(), "t").note()).isEqualTo("no calls");
    }
}
