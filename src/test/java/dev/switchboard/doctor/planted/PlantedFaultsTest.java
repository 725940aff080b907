package dev.switchboard.doctor.planted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.doctor.repair.RepairReport;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The doctor finds exactly what was planted, repairs it, and finds nothing after; undo restores what was planted. The number of conversations
 * is {@code -Dswitchboard.doctor.groups}, each with 20 messages.
 */
class PlantedFaultsTest {
    private static final int GROUPS = Integer.getInteger("switchboard.doctor.groups", 300);
    private static final int EACH = Math.max(2, GROUPS / 100);

    @TempDir
    Path folder;

    @Test
    void exactlyThePlantedFaultsAreFoundAndRepairedAndUndoRestoresThem() throws IOException {
        PlantedFaults planted = new PlantedFaults(GROUPS, 20, EACH);
        try (PlantedWorld world = new PlantedWorld(folder, planted)) {
            Map<String, String> before = world.contents();
            List<RepairReport> repairs = new ArrayList<>();
            try (DoctorReport report = world.session.doctor().check(CheckScope.FULL, Progress.NONE, result -> {})) {
                assertThat(found(report)).as(table(planted, report)).isEqualTo(planted.truth());
                System.out.println(table(planted, report));
                Files.writeString(Path.of(System.getProperty("switchboard.build"), "planted-faults.txt"), table(planted, report));
                for (DataCheck check : order()) {
                    repairs.add(repair(world, check));
                }
            }
            assertThat(world.contents()).isNotEqualTo(before);
            try (DoctorReport again = world.session.doctor().check(CheckScope.FULL, Progress.NONE, result -> {})) {
                Map<DataCheck, Set<String>> left = found(again);
                left.keySet().removeIf(check -> !check.repairable());
                assertThat(left.values()).as("%s", left).allMatch(Set::isEmpty);
            }
            repairs.reversed().forEach(report -> report.changes().forEach(
                    id -> assertThat(world.session.changes().undo(id, Progress.NONE).skipped()).isZero()));
            assertThat(world.contents()).isEqualTo(before);
        }
    }

    /** Each repair follows a check of its own, as the repair of one fault can be what another one needed. */
    private static RepairReport repair(PlantedWorld world, DataCheck check) {
        try (DoctorReport report =
                world.session.doctor().check(new CheckScope(true, Set.of(check.id()), -1), Progress.NONE, result -> {})) {
            CheckResult result = report.results().getLast();
            RepairReport done = world.session.doctor().repair(check, result.findings(), RepairChoice.OLDER, Progress.NONE);
            assertThat(done.remaining()).as(check.id()).isEmpty();
            assertThat(done.repaired()).as(check.id()).isEqualTo(result.count());
            return done;
        }
    }

    private static List<DataCheck> order() {
        return Arrays.stream(DataCheck.values()).filter(DataCheck::repairable).toList();
    }

    private static Map<DataCheck, Set<String>> found(DoctorReport report) {
        Map<DataCheck, Set<String>> found = new EnumMap<>(DataCheck.class);
        for (CheckResult result : report.results()) {
            DataCheck.of(result.id()).ifPresent(check -> {
                Set<String> subjects = new TreeSet<>();
                result.findings().forEach(finding -> assertThat(subjects.add(identity(finding))).as("twice: %s", finding).isTrue());
                assertThat(result.count()).isEqualTo(subjects.size());
                found.put(check, subjects);
            });
        }
        return found;
    }

    private static String identity(Finding finding) {
        return switch (finding.check()) {
            case GROUP_ONE_SIDED, GROUP_WITHOUT_MESSAGES, MESSAGES_WITHOUT_GROUP, GROUP_DUPLICATE -> finding.subject("group");
            case COGNITO_ID_MISSING, COGNITO_ID_STALE, COGNITO_ID_SHARED -> finding.subject("handle");
            case HANDLE_DUPLICATE -> finding.subject("handle").toLowerCase(Locale.ROOT);
            case POOL_USER_UNMATCHED -> finding.subject("sub");
            default -> finding.subject("key");
        };
    }

    private static String table(PlantedFaults planted, DoctorReport report) {
        StringBuilder table = new StringBuilder("%n%-24s %8s %8s %8s %9s%n".formatted("check", "planted", "found", "recall", "precision"));
        found(report).forEach((check, found) -> {
            Set<String> truth = planted.truth().get(check);
            Set<String> right = new HashSet<>(found);
            right.retainAll(truth);
            table.append("%-24s %8d %8d %8.3f %9.3f%n".formatted(
                    check.id(), truth.size(), found.size(), truth.isEmpty() ? 1.0 : (double) right.size() / truth.size(),
                    found.isEmpty() ? 1.0 : (double) right.size() / found.size()));
        });
        return table.toString();
    }
}
