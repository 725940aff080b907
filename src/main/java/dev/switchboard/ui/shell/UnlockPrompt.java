package dev.switchboard.ui.shell;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.util.List;

/** The question before prd opens for writing: says where and as whom, and wants the environment's name typed. */
final class UnlockPrompt {
    private static final Messages TEXT = Messages.of(UnlockPrompt.class);
    private final UiContext context;
    private final List<String> where;

    /** @param where the parts of the header's line: account, region, principal */
    UnlockPrompt(UiContext context, List<String> where) {
        this.context = context;
        this.where = where;
    }

    /** Asks, and unlocks where the word was typed. */
    void ask() {
        Environment environment = context.session().environment();
        String code = environment.code();
        String text = TEXT.get("unlock.text", code, String.join(" · ", where), String.valueOf(WriteLock.OPEN_FOR.toMinutes()));
        context.dialogs().confirmTyped(TEXT.get("unlock.title", code), text, code, TEXT.get("unlock.action", code)).ifPresent(typed -> {
            try {
                context.session().lock().unlock(typed);
            } catch (OperationRefusedException e) {
                context.dialogs().error(context.jobs().explain(e));
            }
        });
    }
}
