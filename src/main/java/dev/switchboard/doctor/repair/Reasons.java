package dev.switchboard.doctor.repair;

import dev.switchboard.text.Messages;

/** Why something cannot be repaired. */
final class Reasons {
    private static final Messages TEXT = Messages.of(Reasons.class);

    private Reasons() {}

    static ItemPlan impossible(String reason, Object... arguments) {
        return new ItemPlan.Impossible(TEXT.get("impossible." + reason, arguments));
    }
}
