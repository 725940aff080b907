package dev.switchboard.doctor;

import org.jspecify.annotations.Nullable;

/** The outcome of a probe: the state, a detail text and the repair that fixes it. */
record CheckFinding(CheckState state, String detail, @Nullable Repair repair) {
    static CheckFinding ok(String detail) {
        return new CheckFinding(CheckState.OK, detail, null);
    }

    static CheckFinding warning(String detail, @Nullable Repair repair) {
        return new CheckFinding(CheckState.WARNING, detail, repair);
    }

    static CheckFinding failed(String detail, @Nullable Repair repair) {
        return new CheckFinding(CheckState.FAILED, detail, repair);
    }
}
