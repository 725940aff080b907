package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.inspection.DataDoctor;
import dev.switchboard.doctor.inspection.DataOutcome;
import dev.switchboard.doctor.inspection.DataReport;
import dev.switchboard.doctor.inspection.DataServices;
import dev.switchboard.doctor.repair.DataRepairer;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.doctor.repair.RepairReport;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks and repairs of the doctor that need no database: stray items, and a group row that does not show the newest message. */
final class DoctorFaults {
    private static final int STRAYS = 40;

    private DoctorFaults() {}

    private static DataServices services(FaultFixture world) {
        return new DataServices(world.reader, world.items, world.table, null, null, InstantSource.system());
    }

    static void plant(FaultFixture world) {
        for (int i = 0; i < STRAYS; i++) {
            world.put(Item.builder().string("pk", "STRAY#" + i).string("sk", "1").build());
        }
        world.put(world.groupRow().with("message", "an older text"));
    }

    static void check(FaultFixture world, Progress progress) {
        Set<DataCheck> checks = EnumSet.noneOf(DataCheck.class);
        for (DataCheck check : DataCheck.values()) {
            if (!check.readsUsers()) {
                checks.add(check);
            }
        }
        try (DataReport report = new DataDoctor(services(world)).run(checks, true, 0, progress)) {
            for (DataOutcome outcome : report.outcomes()) {
                long expected =
                        switch (outcome.check()) {
                            case ITEM_UNKNOWN -> STRAYS;
                            case GROUP_ROW_STALE -> 1;
                            default -> 0;
                        };
                assertThat(outcome.findings().count()).as(outcome.check().id()).isEqualTo(expected);
            }
        }
    }

    static void repair(FaultFixture world, Progress progress) {
        try (DataReport report =
                new DataDoctor(services(world)).run(EnumSet.of(DataCheck.ITEM_UNKNOWN), true, 0, Progress.NONE)) {
            RepairReport done = new DataRepairer(services(world), world.streams, null)
                    .repair(DataCheck.ITEM_UNKNOWN, report.outcomes().getFirst().findings(), RepairChoice.OLDER, progress);
            if (done.failure() != null) {
                throw done.failure();
            }
            assertThat(done.repaired()).isEqualTo(STRAYS);
        }
    }

    static void repaired(FaultFixture world, @Nullable String said) {
        long left = world.count("STRAY#");
        assertThat(said == null ? left : 0).as("all are repaired: " + said).isZero();
        world.faults.heal();
        world.undoLast(STRAYS - left);
        assertThat(world.count("STRAY#")).isEqualTo(STRAYS);
        assertThat(world.count("MSG#")).isEqualTo(FaultFixture.MESSAGES);
    }
}
