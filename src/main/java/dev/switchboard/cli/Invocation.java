package dev.switchboard.cli;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.text.Messages;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of one command: opens the session that the options name, lets the work run as a job, and takes what it says. */
final class Invocation {
    private static final Messages TEXT = Messages.of(Invocation.class);
    private final CliContext surroundings;
    private final UiLauncher doors;
    private final GlobalOptions options;
    private final InterruptHandler interruption;
    private final FailureReporter failures;

    /** A command's work; returns the exit status. */
    interface Work {
        int run(Session session, Progress progress) throws Exception;
    }

    Invocation(CliContext surroundings, UiLauncher doors, GlobalOptions options, InterruptHandler interruption, FailureReporter failures) {
        this.surroundings = surroundings;
        this.doors = doors;
        this.options = options;
        this.interruption = interruption;
        this.failures = failures;
    }

    CliContext surroundings() {
        return surroundings;
    }

    UiLauncher doors() {
        return doors;
    }

    /** Runs the work on a session of its own, which is closed at the end whatever comes. */
    int run(Work work) throws Exception {
        Settings settings = Settings.resolve(
                options.environment(),
                options.settings(),
                surroundings.variables(),
                SettingsFile.read(surroundings.home().settingsFile()));
        try (Session session = open(settings)) {
            failures.use(session.explanations());
            unlock(session);
            return asJob(progress -> work.run(session, progress));
        }
    }

    private Session open(Settings settings) {
        return new Session(
                surroundings.home(),
                settings,
                InstantSource.system(),
                new TerminalPrompter(surroundings.asker()),
                new LocalEngines(surroundings.home()));
    }

    private void unlock(Session session) {
        @Nullable String word = options.unlock();
        if (word == null) {
            return;
        }
        if (!options.environment().policy().lockRequired()) {
            note(TEXT.get("unlock.needless"));
        } else {
            session.lock().unlockUntilClosed(word);
        }
    }

    /** Runs work so that Ctrl-C reaches it and, on a terminal, its progress is seen. */
    <T> T asJob(dev.switchboard.job.Work<T> work) throws Exception {
        TerminalProgress line = new TerminalProgress(surroundings.err());
        Job<T> ended;
        try {
            ended = JobRunner.onCallingThread().start("", work, job -> {
                if (surroundings.showsProgress()) {
                    job.onChange(() -> line.show(job));
                }
                interruption.watch(job);
            });
        } finally {
            line.wipe();
        }
        return switch (ended.failure()) {
            case null -> Objects.requireNonNull(ended.result());
            case Exception e -> throw e;
            case Error e -> throw e;
            case Throwable t -> throw new IllegalStateException(t);
        };
    }

    /** Whether the result is wanted as JSON. */
    boolean json() {
        return options.json();
    }

    /** The result as one JSON document. */
    void print(Object document) {
        surroundings.out().println(Json.write(document));
    }

    /** The result as an aligned table. */
    void print(TextTable table) {
        table.lines().forEach(surroundings.out()::println);
    }

    /** A line of the result, for a person. */
    void print(String line) {
        surroundings.out().println(line);
    }

    /**
     * Ends what prints without end, where the other end of the pipe is gone.
     *
     * @throws OperationFailedException saying so
     */
    void stopWhereNobodyReads() {
        if (surroundings.out().checkError()) {
            throw new OperationFailedException(TEXT.get("output.closed"), null);
        }
    }

    /** A line of the result that a person should see at once, because the next one takes a while. */
    void say(String line) {
        surroundings.out().println(line);
        surroundings.out().flush();
    }

    /** Whether somebody interrupted this run. */
    boolean isInterrupted() {
        return interruption.isRequested();
    }

    /** What is worth knowing but is not the result; on a terminal it stands below what was printed before it. */
    void note(String sentence) {
        surroundings.out().flush();
        surroundings.err().println(OutputLines.single(sentence));
    }

    /**
     * The word that confirms a destructive command: as given, or typed by whoever sits at the terminal.
     *
     * @param name what is destroyed, and the word that is wanted
     * @param confirmed what {@code --confirm} gave, or null
     * @throws OperationRefusedException where nothing confirms it, or something else was typed
     */
    String confirmation(String name, @Nullable String confirmed) {
        @Nullable TerminalInput asker = surroundings.asker();
        @Nullable String typed = confirmed == null && asker != null ? asker.line(TEXT.get("confirm.question", name)) : confirmed;
        if (typed == null) {
            throw new OperationRefusedException(TEXT.get("confirm.missing", name), TEXT.get("confirm.remedy", name));
        }
        if (!typed.strip().equals(name)) {
            throw new OperationRefusedException(TEXT.get("confirm.other", typed.strip(), name), TEXT.get("confirm.remedy", name));
        }
        return typed.strip();
    }
}
