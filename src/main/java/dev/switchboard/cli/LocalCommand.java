package dev.switchboard.cli;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.local.LocalStatus;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import picocli.CommandLine.Command;

/** {@code local}: shows and stops the local engines of dev. */
@Command(name = "local")
final class LocalCommand {
    private static final Messages TEXT = Messages.of(LocalCommand.class);
    private final Invocation invocation;

    LocalCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "status")
    int status() throws Exception {
        return invocation.run((session, progress) -> {
            onlyInDev(session);
            LocalStatus status = session.engines().status();
            if (invocation.json()) {
                invocation.print(LocalEngineFormatter.document(status));
            } else {
                invocation.print(LocalEngineFormatter.table(status));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "stop")
    int stop() throws Exception {
        return invocation.run((session, progress) -> {
            onlyInDev(session);
            LocalStatus before = session.engines().status();
            session.engines().stop();
            if (invocation.json()) {
                invocation.print(Json.object("stopped", LocalEngineFormatter.document(before)));
            } else {
                invocation.print(TEXT.get(LocalEngineFormatter.isNothing(before) ? "local.none-running" : "local.stopped"));
            }
            return ExitStatus.DONE;
        });
    }

    private static void onlyInDev(Session session) {
        if (!session.environment().policy().localDefaults()) {
            throw new OperationFailedException(TEXT.get("local.only-dev", session.environment().code()), TEXT.get("local.only-dev.remedy"));
        }
    }
}
