package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.local.EngineEnd;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalStatus;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code local}: shows, starts and stops the local engines of dev. */
@Command(name = "local")
final class LocalCommand {
    private static final Messages TEXT = Messages.of(LocalCommand.class);
    /** A {@code local run} notices that its engines were stopped, and ends. */
    private static final Poller HOLDERS_END = new Poller(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(2));

    private final Invocation invocation;

    LocalCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "status")
    int status() throws Exception {
        return invocation.run((session, progress) -> {
            onlyInDev(session);
            print(session.engines().status());
            return ExitStatus.DONE;
        });
    }

    @Command(name = "run")
    int run() throws Exception {
        try {
            return invocation.run(this::hold);
        } catch (OperationCancelledException e) {
            // The session is closed, so what still runs now is used by others.
            throw new OperationCancelledException(ended(), null, e);
        }
    }

    private int hold(Session session, Progress progress) {
        onlyInDev(session);
        invocation.note(TEXT.get("local.starting"));
        LocalStatus started = session.engines().start();
        print(started);
        // Nobody can use engines without knowing where they listen.
        invocation.stopIfOutputClosed();
        invocation.note(TEXT.get("local.password", session.engines().postgresPasswordFile()));
        invocation.note(TEXT.get("local.holding"));
        EngineEnd end = session.engines().awaitEnd(started, progress);
        if (!end.requested()) {
            throw new OperationFailedException(TEXT.get("local.crashed", end.title()), TEXT.get("local.crashed.remedy", end.log()));
        }
        invocation.note(TEXT.get("local.stopped-elsewhere"));
        return ExitStatus.DONE;
    }

    private String ended() {
        List<Long> others = new LocalEngines(invocation.context().home()).otherConsoles();
        return others.isEmpty() ? TEXT.get("local.stopped") : TEXT.get("local.in-use", numbers(others));
    }

    private void print(LocalStatus status) {
        if (invocation.json()) {
            invocation.print(LocalEngineFormatter.document(status));
        } else {
            invocation.print(LocalEngineFormatter.table(status));
        }
    }

    private static String numbers(List<Long> processes) {
        return processes.stream().map(String::valueOf).collect(Collectors.joining(", "));
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
            List<Long> others = remaining(session.engines(), progress);
            if (!others.isEmpty()) {
                invocation.note(TEXT.get("local.open", numbers(others)));
            }
            return ExitStatus.DONE;
        });
    }

    /** The other processes that use the engines, after those that only held them have ended. */
    private static List<Long> remaining(LocalEngines engines, Progress progress) {
        return HOLDERS_END.tryPoll(() -> engines.otherConsoles().isEmpty() ? Optional.of(List.<Long>of()) : Optional.empty(), progress)
                .orElseGet(engines::otherConsoles);
    }

    private static void onlyInDev(Session session) {
        if (!session.environment().policy().localDefaults()) {
            throw new OperationFailedException(TEXT.get("local.only-dev", session.environment().code()), TEXT.get("local.only-dev.remedy"));
        }
    }
}
