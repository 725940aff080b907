package dev.switchboard.doctor;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.connection.DatabaseConnectionStatus;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.seeding.SeedResult;
import dev.switchboard.text.Messages;
import dev.switchboard.users.SetupStep;
import dev.switchboard.users.StepResult;
import dev.switchboard.users.User;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sets up an environment: the messages table, the database with its sample users, and a first conversation. Deletes nothing. */
public final class EnvironmentSetup {
    private static final Messages TEXT = Messages.of(EnvironmentSetup.class);
    private static final int SAMPLE_USERS = 6;
    private static final int SAMPLE_POSTS = 3;

    /** One item for each of the two users lists the conversation. */
    private static final int GROUP_ITEMS = 2;

    /** The number of users whose partitions are searched for a conversation that exists. */
    private static final int SEARCHED = 5;

    /** The number of users among whom two can have a conversation. */
    private static final int MAX_USERS = 50;

    private final HealthCheckServices services;

    /** @param services the services of one session */
    public EnvironmentSetup(HealthCheckServices services) {
        this.services = services;
    }

    /** What a setup of an empty environment writes. Reads nothing from the environment. */
    public SetupPreview preview() {
        int messages = ConversationFileReader.bundled().size();
        return new SetupPreview(services.messagesTable(), SAMPLE_USERS, SAMPLE_POSTS, messages, messages + GROUP_ITEMS);
    }

    /**
     * Whether check results are those of an environment in which nothing was set up yet: neither the messages table nor the schema exists,
     * and nothing failed that the setup does not create.
     */
    public static boolean isEmpty(List<CheckResult> results) {
        boolean onlyMissing = results.stream().noneMatch(result -> result.state() == CheckState.FAILED && result.repair() == null);
        return onlyMissing
                && results.stream().anyMatch(result -> Repair.CREATE_TABLE.id().equals(result.repair()))
                && results.stream().anyMatch(result -> Repair.DB_SETUP.id().equals(result.repair()));
    }

    /**
     * Determines what screens need and is missing: the messages table, the database, its schema, or users.
     *
     * @return a subset of {@link SetupStage#TABLE}, {@link SetupStage#DATABASE}, {@link SetupStage#SCHEMA} and {@link SetupStage#USERS}
     */
    public Set<SetupStage> missing(Progress progress) {
        Set<SetupStage> missing = EnumSet.noneOf(SetupStage.class);
        if (services.tables().find(services.messagesTable()).isEmpty()) {
            missing.add(SetupStage.TABLE);
        }
        progress.stopIfCancelled();
        try {
            if (!services.setup().schemaPresent()) {
                missing.add(SetupStage.SCHEMA);
                missing.add(SetupStage.USERS);
            } else if (services.users().counts().users() == 0) {
                missing.add(SetupStage.USERS);
            }
        } catch (OperationFailedException e) {
            if (services.reachability().check(services.database().url()).finding() != DatabaseConnectionStatus.NO_DATABASE) {
                throw e;
            }
            missing.addAll(EnumSet.range(SetupStage.DATABASE, SetupStage.USERS));
        }
        return missing;
    }

    /**
     * Runs stages in their order. What exists is unchanged. The first stage that fails or is stopped ends the run; those that ended before
     * were told to the listener.
     *
     * @param stages the stages to run, such as the remaining ones after a failure
     * @return the results, the last of which has a conversation to open if the last stage was among them
     */
    public List<SetupStageResult> run(Collection<SetupStage> stages, Progress progress, SetupListener listener) {
        return stages.stream().sorted().map(stage -> {
            progress.stopIfCancelled();
            listener.began(stage);
            // What the stage before said last does not stand beside this one.
            progress.step("");
            progress.advance(0, Progress.UNKNOWN);
            SetupStageResult result = run(stage, progress);
            listener.ended(result);
            return result;
        }).toList();
    }

    private SetupStageResult run(SetupStage stage, Progress progress) {
        return switch (stage) {
            case TABLE -> table(progress);
            case DATABASE -> database(stage, SetupStep.CREATE, progress);
            case SCHEMA -> database(stage, SetupStep.LOAD_SCHEMA, progress);
            case USERS -> database(stage, SetupStep.SEED, progress);
            case COGNITO_IDS -> database(stage, SetupStep.SYNC, progress);
            case CONVERSATION -> conversation(progress);
        };
    }

    private SetupStageResult table(Progress progress) {
        String name = services.messagesTable();
        if (services.tables().find(name).isPresent()) {
            return new SetupStageResult(SetupStage.TABLE, TEXT.get("setup.table.present", name), false);
        }
        services.tables().create(MessagesTablePreset.of(name, false, false, false), progress);
        return new SetupStageResult(SetupStage.TABLE, TEXT.get("repaired.create-table", name), true);
    }

    private SetupStageResult database(SetupStage stage, SetupStep step, Progress progress) {
        StepResult done = services.setupRun().run(EnumSet.of(step), null, progress).getFirst();
        return new SetupStageResult(stage, done.did(), done.changed());
    }

    private SetupStageResult conversation(Progress progress) {
        List<User> users = services.users().firstIdentified(MAX_USERS);
        Optional<SampleConversation> present = users.stream().limit(SEARCHED).flatMap(user -> ofUser(user).stream()).findFirst();
        if (present.isPresent()) {
            String did = TEXT.get("conversation.ok", present.get().handle());
            return new SetupStageResult(SetupStage.CONVERSATION, did, false, present.get());
        }
        SeedPlan plan = plan(users);
        SeedResult seeded = services.seeder().run(plan, progress);
        String did = TEXT.get("repaired.seed-conversation", seeded.messages(), plan.from().handle(), plan.to().handle());
        SampleConversation written = new SampleConversation(plan.from().handle(), plan.groupUuid());
        return new SetupStageResult(SetupStage.CONVERSATION, did, true, written);
    }

    private Optional<SampleConversation> ofUser(User user) {
        List<MessageGroup> groups = services.conversations().groups(user.uuid(), new TimeRange.All(), 1, null).rows();
        return groups.stream().filter(group -> !group.uuid().isEmpty()).map(group -> new SampleConversation(user.handle(), group.uuid()))
                .findFirst();
    }

    /** Plans a conversation between the first two users. */
    SeedPlan plan(List<User> users) {
        if (users.size() < 2) {
            throw new OperationFailedException(TEXT.get("repair.two-users"), TEXT.get("repair.two-users.remedy"));
        }
        return services.seeder()
                .plan(Participant.of(users.get(0)), Participant.of(users.get(1)), ConversationFileReader.bundled(), null);
    }
}
