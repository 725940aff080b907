package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.job.Progress;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What must be true after a drop with a backup, and after a restore. */
final class BackupFaults {
    private BackupFaults() {}

    static void dropped(FaultFixture world, @Nullable String said) throws IOException {
        boolean gone = !world.exists();
        assertThat(said != null || gone).isTrue();
        assertThat(gone && said != null ? said : "is unknown").as("gone, and it was said").contains("is unknown");
        if (gone) {
            assertThat(world.backups.list()).singleElement()
                    .satisfies(file -> assertThat(file.items()).isEqualTo(FaultFixture.MESSAGES + 2));
        } else {
            assertThat(world.count("")).isEqualTo(FaultFixture.MESSAGES + 2);
        }
    }

    static void restored(FaultFixture world, @Nullable String said) {
        if (said == null) {
            assertThat(world.count("")).isEqualTo(FaultFixture.MESSAGES + 2);
            return;
        }
        // The way that the remedy names: away with what came of it, and once more.
        world.faults.heal();
        if (world.exists()) {
            world.drop();
        }
        BackupFile file = world.backups.list().getFirst();
        assertThat(world.calmBackups.restore(file.file(), world.table, Progress.NONE).items()).isEqualTo(FaultFixture.MESSAGES + 2);
    }
}
