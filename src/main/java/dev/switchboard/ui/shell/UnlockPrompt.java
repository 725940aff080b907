package dev.switchboard.ui.shell;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.session.SessionIdentity;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dialog that unlocks prd: shows the identity and the endpoint of each service, and requires the name of the environment to be typed. */
final class UnlockPrompt {
    private static final Messages TEXT = Messages.of(UnlockPrompt.class);
    private final UiContext context;
    private final SessionIdentity identity;

    /** @param identity who makes the changes, and where */
    UnlockPrompt(UiContext context, SessionIdentity identity) {
        this.context = context;
        this.identity = identity;
    }

    /** Shows the dialog and unlocks the environment if the name was typed. */
    void ask() {
        Environment environment = context.session().environment();
        String code = environment.code();
        String text = text(code);
        context.dialogs().confirmTyped(TEXT.get("unlock.title", code), text, code, TEXT.get("unlock.action", code)).ifPresent(typed -> {
            try {
                context.session().lock().unlock(typed);
            } catch (OperationRefusedException e) {
                context.dialogs().error(context.jobs().explain(e));
            }
        });
    }

    private String text(String code) {
        String addresses = identity.addresses().stream().map(ConnectionSummary::full).collect(Collectors.joining("\n"));
        String minutes = String.valueOf(WriteLock.OPEN_FOR.toMinutes());
        if (identity.principal() == null) {
            return TEXT.get("unlock.engine", code, addresses, minutes);
        }
        String who = Stream.of(identity.principal(), identity.account(), identity.region())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return TEXT.get("unlock.text", code, who, addresses, minutes);
    }
}
