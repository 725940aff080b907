package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** What must be true after edits that were committed one by one. */
final class EditFaults {
    private EditFaults() {}

    static void edited(FaultFixture world, @Nullable String said) {
        long edited = world.edited();
        if (said == null) {
            assertThat(edited).isEqualTo(FaultFixture.EDITS);
        } else {
            assertThat(said).as("what was written is counted").matches("(?s).*\\b\\d+ of " + FaultFixture.EDITS + " edits written.*");
            long counted = Long.parseLong(said.replaceAll("(?s).*?\\b(\\d+) of " + FaultFixture.EDITS + " edits written.*", "$1"));
            assertThat(edited).as(said).isGreaterThanOrEqualTo(counted);
            assertThat(edited == counted || said.contains("unknown")).as(edited + " are there: " + said).isTrue();
        }
        world.editsAreThereOnce();
    }
}
