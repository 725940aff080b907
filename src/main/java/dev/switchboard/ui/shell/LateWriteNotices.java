package dev.switchboard.ui.shell;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiJobs.WriteAnswer;
import dev.switchboard.ui.common.notice.Notices;

/** Notices about writes that ended after their session was left. */
final class LateWriteNotices {
    private static final Messages TEXT = Messages.of(LateWriteNotices.class);

    private LateWriteNotices() {}

    /** Shows how a write of an environment ended. */
    static void show(Notices notices, Environment environment, WriteAnswer answer) {
        String text = TEXT.get("write.late", environment.code(), SessionLeaver.sentence(answer.title(), answer.failure()));
        if (answer.failure() == null) {
            notices.done(text);
        } else {
            notices.warn(text);
        }
    }
}
