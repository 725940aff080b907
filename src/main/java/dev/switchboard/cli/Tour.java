package dev.switchboard.cli;

import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.local.LocalOptions;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.session.Session;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.text.Messages;
import dev.switchboard.users.DatabaseSetupRunner;
import dev.switchboard.users.StepResult;
import dev.switchboard.users.User;
import dev.switchboard.users.UserComparison;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the main workflow from scratch, with the services that the window and the other commands use, and reports each step. */
final class Tour implements AutoCloseable {
    private static final Messages TEXT = Messages.of(Tour.class);
    private static final int SHOWN = 3;
    private final Session session;
    private final Consumer<String> output;
    private final List<TourStep> steps = new ArrayList<>();

    /** The action of a step; returns its results. */
    interface StepAction {
        List<String> run() throws Exception;
    }

    Tour(Home home, Consumer<String> output) {
        this.output = output;
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), SettingsFile.read(home.settingsFile()));
        session = new Session(home, settings, InstantSource.system(), null, new LocalEngines(home, LocalOptions.apart()));
    }

    /** Returns the session in the temporary home. */
    Session session() {
        return session;
    }

    /** Runs a step and reports it. */
    TourStep step(String title, StepAction action) throws Exception {
        long begun = System.nanoTime();
        List<String> results = action.run();
        TourStep step = new TourStep(title, results, Duration.ofNanos(System.nanoTime() - begun));
        steps.add(step);
        output.accept(TEXT.get("tour.step", steps.size(), title, String.format(Locale.ENGLISH, "%.1f", step.duration().toMillis() / 1e3)));
        results.forEach(result -> output.accept("     " + result));
        return step;
    }

    /** Runs all steps in order. */
    List<TourStep> run(Progress progress) throws Exception {
        step(TEXT.get("tour.setup"), () -> setUp(progress));
        step(TEXT.get("tour.table"), () -> table(progress));
        List<User> users = session.users().all();
        if (users.size() < SHOWN) {
            throw new OperationFailedException(TEXT.get("tour.too-few-users", users.size()), null);
        }
        Participant one = Participant.of(users.get(0));
        Participant two = Participant.of(users.get(1));
        Participant three = Participant.of(users.get(2));
        step(TEXT.get("tour.seed", one.handle(), two.handle()), () -> seed(one, two, progress));
        step(TEXT.get("tour.compare"), () -> compare(progress));
        step(TEXT.get("tour.sync"), () -> sync(progress));
        step(TEXT.get("tour.list", one.handle()), () -> list(one));
        step(TEXT.get("tour.show"), () -> show(one));
        step(TEXT.get("tour.send", two.handle()), () -> send(two));
        step(TEXT.get("tour.start", one.handle(), three.handle()), () -> start(one, three));
        step(TEXT.get("tour.doctor"), () -> doctor(progress));
        return steps;
    }

    private List<String> setUp(Progress progress) {
        return session.setupRun().run(DatabaseSetupRunner.safeSteps(), null, progress).stream().map(StepResult::did).toList();
    }

    private List<String> table(Progress progress) {
        TableDetails table =
                session.tables().create(MessagesTablePreset.of(session.settings().messagesTable(), false, false, false), progress);
        return List.of(TEXT.get("tables.created", table.name(), table.status()));
    }

    private List<String> seed(Participant one, Participant two, Progress progress) {
        SeedPlan plan = session.seeder().plan(one, two, ConversationFileReader.bundled(), null);
        var _ = session.seeder().run(plan, progress);
        return List.of(TEXT.get("seed.done", plan.messages().size(), one.handle(), two.handle(), plan.groupUuid()));
    }

    private List<String> compare(Progress progress) {
        return UserFormatter.comparisonLines(session.userSync().compare(progress));
    }

    private List<String> sync(Progress progress) {
        UserComparison comparison = session.userSync().compare(progress);
        return List.of(session.userSync().apply(comparison, progress).sentence());
    }

    private List<String> list(Participant user) {
        return ConversationFormatter.table(groups(user)).lines();
    }

    private List<MessageGroup> groups(Participant user) {
        return session.conversations().groups(user.uuid(), new TimeRange.All(), RangeOptions.USUAL_LIMIT, null).rows();
    }

    private List<String> show(Participant user) {
        String group = groups(user).getFirst().uuid();
        Page<Message> page = session.conversations().messages(group, new TimeRange.All(), SHOWN, null);
        List<String> lines = new ArrayList<>(page.rows().reversed().stream().map(ConversationFormatter::line).toList());
        lines.add(TEXT.get(page.more() ? "tour.older" : "tour.no-older", page.consumedReadCapacity()));
        return lines;
    }

    private List<String> send(Participant sender) {
        String group = groups(sender).getFirst().uuid();
        Message message = session.sending().send(group, sender, TEXT.get("tour.message")).message();
        String preview = groups(sender).getFirst().lastMessage();
        return List.of(TEXT.get("sent", ConversationFormatter.when(message.createdAt())), TEXT.get("tour.preview", preview));
    }

    private List<String> start(Participant sender, Participant receiver) {
        ConversationStartResult started = session.sending().start(sender, receiver, TEXT.get("tour.first-message"));
        return switch (started) {
            case ConversationStartResult.New(String group, Message message, String change) ->
                List.of(TEXT.get("started", group, ConversationFormatter.when(message.createdAt())));
            case ConversationStartResult.Existing(MessageGroup group) -> throw new OperationFailedException(
                    TEXT.get("start.existing", sender.handle(), receiver.handle(), group.uuid()), null);
        };
    }

    private List<String> doctor(Progress progress) {
        List<CheckResult> checks = session.doctor().check(progress, check -> {});
        long fine = checks.stream().filter(check -> check.state() == CheckState.OK).count();
        List<String> lines = new ArrayList<>(List.of(TEXT.get("tour.checks", fine, checks.size())));
        checks.stream().filter(check -> check.state() != CheckState.OK).forEach(check -> lines.add(check.title() + ": " + check.detail()));
        return lines;
    }

    /** Closes the session, which stops the engines of the temporary home. */
    @Override
    public void close() {
        session.close();
    }
}
