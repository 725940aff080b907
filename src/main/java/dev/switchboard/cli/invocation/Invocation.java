package dev.switchboard.cli.invocation;

import dev.switchboard.cli.terminal.TerminalInput;
import dev.switchboard.cli.terminal.TerminalProgress;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Job;
import dev.switchboard.job.JobRunner;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.text.Messages;
import dev.switchboard.text.TerminalText;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a command: opens the session that the options select, runs the work as a job, and prints its output. */
public final class Invocation {
    private static final Messages TEXT = Messages.of(Invocation.class);
    /** How many elements are printed between two looks at whether anybody reads them. */
    private static final int ELEMENTS_AT_ONCE = 100;

    private final CliContext context;
    private final UiLauncher uiLauncher;
    private final GlobalOptions options;
    private final InterruptHandler interruption;
    private final FailureReporter failures;

    /** The action of a command; returns the exit status. */
    public interface CommandAction {
        int run(Session session, Progress progress) throws Exception;
    }

    public Invocation(CliContext context, UiLauncher uiLauncher, GlobalOptions options, InterruptHandler interruption,
            FailureReporter failures) {
        this.context = context;
        this.uiLauncher = uiLauncher;
        this.options = options;
        this.interruption = interruption;
        this.failures = failures;
    }

    public CliContext context() {
        return context;
    }

    public UiLauncher uiLauncher() {
        return uiLauncher;
    }

    /** Runs an action with a new session, which is always closed at the end. */
    public int run(CommandAction action) throws Exception {
        Settings settings = Settings.resolve(
                options.environment(),
                options.settings(),
                context.variables(),
                SettingsFile.read(context.home().settingsFile()));
        try (Session session = open(settings)) {
            failures.use(session.explanations());
            noteEndpoints(session);
            unlock(session);
            return asJob(progress -> action.run(session, progress));
        }
    }

    /** The action of a command that writes to another session; returns the exit status. */
    public interface CopyAction {
        int run(Session session, Session target, Progress progress) throws Exception;
    }

    /**
     * Runs an action with a new session and a second one of another environment. What the command line names, such as an endpoint, is of the
     * first; the second has its own settings, and its own lock.
     *
     * @param other the environment of the second session; null for the first session itself
     * @param given settings of the second session
     */
    public int run(@Nullable Environment other, Map<Setting, String> given, CopyAction action) throws Exception {
        if (other == null || (other == options.environment() && given.isEmpty())) {
            return run((session, progress) -> action.run(session, session, progress));
        }
        Settings settings = Settings.resolve(other, given, context.variables(), SettingsFile.read(context.home().settingsFile()));
        try (Session target = open(settings)) {
            @Nullable String word = options.unlock();
            if (word != null && other.policy().lockRequired()) {
                target.lock().unlockUntilClosed(word);
            }
            return run((session, progress) -> action.run(session, target, progress));
        }
    }

    private Session open(Settings settings) {
        return new Session(
                context.home(),
                settings,
                InstantSource.system(),
                new TerminalPrompter(context.terminal()),
                new LocalEngines(context.home()));
    }

    /** Names what redirects other AWS programs of the same shell and not this one. */
    private void noteEndpoints(Session session) {
        List<String> ignored = session.ignoredEndpoints();
        if (!ignored.isEmpty()) {
            note(TEXT.get("endpoint.ignored", String.join(", ", ignored), options.environment().code()));
        }
    }

    private void unlock(Session session) {
        @Nullable String word = options.unlock();
        if (word == null) {
            return;
        }
        if (!options.environment().policy().lockRequired()) {
            note(TEXT.get("unlock.no-effect"));
        } else {
            session.lock().unlockUntilClosed(word);
        }
    }

    /** Runs work as a job that Ctrl-C cancels, and shows its progress on a terminal. */
    public <T> T asJob(dev.switchboard.job.Work<T> work) throws Exception {
        TerminalProgress line = new TerminalProgress(context.errStream());
        Job<T> ended;
        try {
            ended = JobRunner.onCallingThread().start("", work, job -> {
                if (context.showsProgress()) {
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

    /** Returns whether to print the result as JSON. */
    public boolean json() {
        return options.json();
    }

    /** Prints the result as one JSON document. */
    public void print(Object document) {
        printJson(Json.write(document));
    }

    /** Prints a JSON document on a line, with escapes for characters that a terminal would obey. */
    public void printJson(String document) {
        context.out().println(TerminalText.json(document));
    }

    /**
     * Prints the result as one JSON document whose last member is an array that need not fit in memory.
     *
     * @param document the other members, at least one
     * @param name the name of the array
     * @param elements passes the elements one by one; what it throws leaves an incomplete document
     */
    public void print(Map<String, @Nullable Object> document, String name, Consumer<Consumer<Object>> elements) {
        String members = Json.write(document);
        context.out().print(TerminalText.json(members.substring(0, members.length() - 1) + "," + Json.write(name) + ":["));
        AtomicLong count = new AtomicLong();
        elements.accept(element -> {
            context.out().print(TerminalText.json((count.getAndIncrement() == 0 ? "" : ",") + Json.write(element)));
            if (count.get() % ELEMENTS_AT_ONCE == 0) {
                stopIfOutputClosed();
            }
        });
        context.out().println("]}");
    }

    /** Prints the result as an aligned table. */
    public void print(TextTable table) {
        table.lines().forEach(context.out()::println);
    }

    /** Prints a line of the result as text. */
    public void print(String line) {
        context.out().println(TerminalText.single(line));
    }

    /**
     * Stops endless output if it cannot be written, or if the reader of the pipe has closed it.
     *
     * @throws OperationFailedException if so; how the run ends is decided when its output is checked
     */
    public void stopIfOutputClosed() {
        if (context.out().checkError()) {
            throw new OperationFailedException(TEXT.get("output.closed"), null);
        }
    }

    /** Returns whether a run ended because its output cannot be written. Each thread that writes ends with an exception of its own. */
    public boolean isStoppedByOutput(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OperationFailedException failed && failed.sentence().equals(TEXT.get("output.closed"))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Prints a text of several lines that must not be altered, such as code.
     *
     * @return false if it has characters that a terminal would obey; then nothing was printed
     */
    public boolean printExact(String text) {
        if (!TerminalText.lines(text).equals(text)) {
            return false;
        }
        context.out().print(text);
        return true;
    }

    /** Prints a line of the result and flushes it, because the next one takes a while. */
    public void say(String line) {
        context.out().println(TerminalText.single(line));
        context.out().flush();
    }

    /** Returns whether the user interrupted this run. */
    public boolean isInterrupted() {
        return interruption.isRequested();
    }

    /** Prints a note to standard error, after flushing the result so that a terminal shows them in order. */
    public void note(String sentence) {
        context.out().flush();
        context.err().println(TerminalText.single(sentence));
    }

    /**
     * Returns the confirmation of a destructive command: the option, or the user's input at the terminal.
     *
     * @param name the name of what is destroyed, which must be confirmed
     * @param confirmed the value of {@code --confirm}, or null
     * @throws OperationRefusedException if the confirmation is missing or does not match
     */
    public String confirmation(String name, @Nullable String confirmed) {
        return confirmation(name, confirmed, List::of);
    }

    /**
     * Returns the confirmation like {@link #confirmation(String, String)}, after saying what the command costs and destroys: in front of the
     * question where it is asked, otherwise on standard error.
     *
     * @param notes one sentence each; not asked for where the confirmation is missing or does not match
     */
    public String confirmation(String name, @Nullable String confirmed, Supplier<List<String>> notes) {
        @Nullable TerminalInput terminal = context.terminal();
        if (confirmed == null && terminal != null) {
            StringBuilder question = new StringBuilder();
            notes.get().forEach(note -> question.append(TerminalText.single(note)).append(System.lineSeparator()));
            return confirmed(name, terminal.line(question + TEXT.get("confirm.question", name)));
        }
        String typed = confirmed(name, confirmed);
        notes.get().forEach(this::note);
        return typed;
    }

    private static String confirmed(String name, @Nullable String typed) {
        if (typed == null) {
            throw new OperationRefusedException(TEXT.get("confirm.missing", name), TEXT.get("confirm.remedy", name));
        }
        if (!typed.strip().equals(name)) {
            throw new OperationRefusedException(TEXT.get("confirm.other", typed.strip(), name), TEXT.get("confirm.remedy", name));
        }
        return typed.strip();
    }
}
