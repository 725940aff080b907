package dev.switchboard.ui.shell;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.util.List;

/** The dialog that unlocks prd: shows the account and identity and requires the name of the environment to be typed. */
final class UnlockPrompt {
    private static final Messages TEXT = Messages.of(UnlockPrompt.class);
    private final UiContext context;
    private final List<String> where;

    /** @param where the parts of the header: account, region, identity */
    UnlockPrompt(UiContext context, List<String> where) {
        this.context = context;
        this.where = where;
    }

    /** Shows the dialog and unlocks the environment if the name was typed. */
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
