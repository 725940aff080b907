package dev.switchboard.postgres.admin;

import dev.switchboard.postgres.dump.BackupMethod;
import dev.switchboard.text.Messages;

/** How the backup before a drop would be written and verified, to be shown before the drop. */
public record DatabaseDropPlan(BackupMethod method, BackupVerification verification) {
    private static final Messages TEXT = Messages.of(DatabaseDropPlan.class);

    /** Returns sentences for a person. */
    public String summary() {
        String written = method.programs() == null
                ? TEXT.get("plan.own", String.valueOf(method.serverMajor()))
                : TEXT.get("plan.program", method.programs().version());
        String verified = switch (verification) {
            case BackupVerification.SameServer _ -> TEXT.get("plan.same-server");
            case BackupVerification.LocalEngine engine -> TEXT.get("plan.local", engine.reason());
            case BackupVerification.Impossible impossible -> TEXT.get("plan.impossible", impossible.reason());
        };
        return written + " " + verified;
    }
}
