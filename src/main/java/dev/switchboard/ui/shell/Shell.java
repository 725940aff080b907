package dev.switchboard.ui.shell;

import dev.switchboard.failure.Explanation;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LockViewModel;
import dev.switchboard.ui.common.Navigator;
import dev.switchboard.ui.common.SettingSources;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.WindowDialogs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Opens and closes sessions, and with each the screens that belong to it. JavaFX thread only. */
final class Shell implements Navigator {
    private static final Messages TEXT = Messages.of(Shell.class);
    private final LaunchOptions start;
    private final WindowSettings kept;
    private final JobRunner runner;
    private final Executor fx;
    private final Supplier<@Nullable Window> window;
    private final SettingSources sources;
    private final UiJobs ownJobs;
    private final ShellViewModel model;
    private final ShellController view;
    private final Parent root;
    private final ShellKeys keys;
    private final StartupTimeLogger times = new StartupTimeLogger();
    private final Timeline ticker = new Timeline(new KeyFrame(Duration.millis(250), event -> tick()));
    private final LockDialogs lockDialogs = new LockDialogs(this);
    private final SessionIdentifier identifier;
    private @Nullable OpenSession current;
    private @Nullable SessionLeaver leaver;
    private @Nullable SessionOpening beingOpened;
    private boolean offered;

    /**
     * @param fx runs on the JavaFX thread
     * @param window the owner of dialogs, null before it stands
     */
    Shell(LaunchOptions start, WindowSettings kept, JobRunner runner, Executor fx, Supplier<@Nullable Window> window) {
        this.start = start;
        this.kept = kept;
        this.runner = runner;
        this.fx = fx;
        this.window = window;
        sources = new SettingSources(start.commandLine(), start.variables(), kept.file());
        ownJobs = new UiJobs(runner, fx, new FailureExplainer(List.of()));
        model = new ShellViewModel(start.environment());
        view = new ShellController(model, kept.state(), this);
        root = ViewLoader.fragment(ShellController.class, view);
        keys = new ShellKeys(this);
        identifier = new SessionIdentifier(model, view.notices(), times);
        ticker.setCycleCount(Animation.INDEFINITE);
    }

    Parent root() {
        return root;
    }

    ShellViewModel model() {
        return model;
    }

    ShellController view() {
        return view;
    }

    ShellKeys keys() {
        return keys;
    }

    StartupTimeLogger times() {
        return times;
    }

    SessionIdentifier identifier() {
        return identifier;
    }

    /** The session that is open; null while none is. */
    @Nullable
    OpenSession current() {
        return current;
    }

    void startTicking() {
        ticker.play();
    }

    /** The window is in front again: what was written meanwhile is looked for, and what is too old is read again. */
    void returned() {
        Optional.ofNullable(current).ifPresent(session -> times.ignore(session.returned()));
    }

    /** Looks at everything that changes with the time. */
    void tick() {
        OpenSession session = current;
        if (session != null) {
            Session open = session.context().session();
            model.tick(session.context().lock(), open.activity(),
                    CredentialsExpiry.of(open.credentialsEnd(), Instant.now(), session.context().zone()));
        }
        view.tick();
    }

    /** The shell's own work: opening sessions and closing them. */
    UiJobs ownJobs() {
        return ownJobs;
    }

    /** Changes to an environment, once the operator agrees and nothing is written any more. */
    void change(Environment environment) {
        boolean changes = environment != model.environmentProperty().get();
        if (changes && !model.openingProperty().get()) {
            leaveThen(TEXT.get("leave.change", environment.code()), () -> open(environment));
        }
        view.showEnvironment();
    }

    /** Closes the session that is open and opens one of this environment, off this thread. A session that is being opened is abandoned. */
    void open(Environment environment) {
        OpenSession former = leave();
        @Nullable SessionOpening superseded = beingOpened;
        SessionOpening opening = new SessionOpening();
        beingOpened = opening;
        model.environmentProperty().set(environment);
        model.openingProperty().set(true);
        model.openProperty().set(false);
        model.forgetWhere();
        view.showState(new ViewState.Loading(TEXT.get("opening", environment.code())));
        ownJobs.start(
                TEXT.get("opening", environment.code()),
                progress -> {
                    if (superseded != null) {
                        superseded.abandon();
                    }
                    if (former != null) {
                        close(former.context().session());
                    }
                    return opening.opened(
                            SessionOpener.open(start.home(), sources.resolve(environment), new PasswordPrompt(window, environment, fx)));
                },
                session -> {
                    if (opening.adopt()) {
                        adopt(session);
                    }
                },
                failure -> {
                    if (beingOpened == opening) {
                        failedToOpen(environment, failure);
                    }
                });
    }

    /** Not on the JavaFX thread: waits for what is still being written, and says for what. */
    private void close(Session session) {
        List<String> writing = session.permits().open();
        if (!writing.isEmpty()) {
            String text = TEXT.get("waiting.for", String.join("\n", writing));
            ownJobs.later(() -> view.showState(new ViewState.Loading(text)));
        }
        session.close();
    }

    private void failedToOpen(Environment environment, Explanation failure) {
        beingOpened = null;
        model.openingProperty().set(false);
        view.showState(new ViewState.LoadFailure(failure, () -> open(environment)));
    }

    /** Builds the screens' world around a session that is open. */
    void adopt(Session session) {
        Environment environment = session.environment();
        UiJobs jobs = new UiJobs(runner, fx, session.explanations());
        WindowDialogs dialogs = new WindowDialogs(window, environment);
        LockViewModel lock = new LockViewModel(session.lock(), environment, fx, this::unlock, () -> {
            lockDialogs.askAboutOpenWrites();
            tick();
        });
        UiContext context = new UiContext(session, jobs, dialogs, view.notices(), lock, kept.state(), sources, this);
        OpenSession opened = new OpenSession(context, Screens.all(), view.host(), view.notices()::changed);
        SessionLeaver leaving =
                new SessionLeaver(context, dialogs, fx, opened::unsaved,
                        answer -> LateWriteNotices.show(view.notices(), environment, answer));
        jobs.onWriteEnded(answer -> {
            if (answer.delivered()) {
                leaving.ended(answer);
            } else {
                LateWriteNotices.show(view.notices(), environment, answer);
            }
        });
        current = opened;
        leaver = leaving;
        beingOpened = null;
        times.firstAnswer(jobs);
        CrashHandler.showBy(dialogs::error);
        model.environmentProperty().set(environment);
        model.openingProperty().set(false);
        identifier.opened(context);
        boolean complete = session.settings().missing().isEmpty();
        model.openProperty().set(complete);
        view.showState(ViewState.CONTENT);
        view.sessionOpened(context, opened.asOfProperty());
        tick();
        if (complete) {
            openFirst();
        } else {
            showMissing();
        }
        times.reached(StartupPhase.SESSION);
    }

    private void openFirst() {
        @Nullable Path backup = start.backup();
        if (backup == null || offered) {
            open(Screens.first(kept.state().get("screen")));
        } else {
            offered = true;
            open("tables", Map.of("restore", backup.toString()));
        }
    }

    /** What is missing and where to set it, in place of any screen. */
    void showMissing() {
        OpenSession session = current;
        if (session != null) {
            model.screenProperty().set("");
            session.showPage(MissingSettingsPage.page(session.context().session().settings(), () -> open("settings")));
        }
    }

    @Override
    public void open(String screenId, Map<String, String> arguments) {
        OpenSession session = current;
        if (session == null || (!model.openProperty().get() && !screenId.equals("settings"))) {
            return;
        }
        if (model.openProperty().get()) {
            identifier.ask();
        }
        model.screenProperty().set(screenId);
        kept.state().set("screen", screenId);
        session.show(screenId, arguments);
    }

    @Override
    public void reopen() {
        Environment environment = model.environmentProperty().get();
        if (model.openingProperty().get()) {
            view.notices().warn(TEXT.get("opening.already", environment.code()));
            return;
        }
        leaveThen(TEXT.get("leave.reopen"), () -> open(environment));
    }

    /** Does something that ends the session, once the operator agrees and nothing is written any more. */
    void leaveThen(String action, Runnable next) {
        SessionLeaver leaving = leaver;
        if (leaving == null) {
            next.run();
        } else {
            leaving.leave(action, next);
        }
    }

    /** Asks for the code that unlocks the environment, and shows who is going to write. */
    void unlock() {
        lockDialogs.unlock();
        tick();
    }

    /** Locks or unlocks the environment. */
    void toggleLock() {
        lockDialogs.toggle();
    }

    private @Nullable OpenSession leave() {
        OpenSession former = current;
        current = null;
        if (leaver != null) {
            leaver.cancel();
            leaver = null;
        }
        if (former != null) {
            former.leave();
            identifier.closed();
            model.screenProperty().set("");
            view.sessionClosed();
        }
        return former;
    }

    /** Takes the screens down and leaves the session open, for whoever opened it. */
    void leaveOpen() {
        ticker.stop();
        CrashHandler.showBy(null);
        leave();
    }

    /**
     * Closes the session for good, on a thread of its own, which keeps the process alive until what is written has ended or the time for
     * that is up. The window is gone by now. Harmless once it is closed.
     *
     * @return done when the session is closed
     */
    CompletableFuture<@Nullable Void> close() {
        ticker.stop();
        CrashHandler.showBy(null);
        OpenSession former = leave();
        @Nullable SessionOpening unfinished = beingOpened;
        beingOpened = null;
        CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();
        Thread.ofPlatform().name("closing the session").start(() -> {
            try {
                if (unfinished != null) {
                    unfinished.abandon();
                }
                if (former != null) {
                    former.context().session().close();
                }
            } finally {
                closed.complete(null);
            }
        });
        return closed;
    }
}
