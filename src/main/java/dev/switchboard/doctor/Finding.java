package dev.switchboard.doctor;

import org.jspecify.annotations.Nullable;

/** What a probe found: its state, in words, and what would mend it. */
record Finding(CheckState state, String detail, @Nullable Repair repair) {
    static Finding ok(String detail) {
        return new Finding(CheckState.OK, detail, null);
    }

    static Finding warning(String detail, @Nullable Repair repair) {
        return new Finding(CheckState.WARNING, detail, repair);
    }

    static Finding failed(String detail, @Nullable Repair repair) {
        return new Finding(CheckState.FAILED, detail, repair);
    }
}
