package dev.switchboard.doctor;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.text.Messages;
import dev.switchboard.users.DatabaseSetupRunner;
import dev.switchboard.users.StepResult;
import java.util.stream.Collectors;

/** Runs repairs through the services that the screens use. */
final class RepairRunner {
    private static final Messages TEXT = Messages.of(RepairRunner.class);

    /** The number of users among whom two can have a conversation. */
    private static final int MAX_USERS = 50;

    private final HealthCheckServices services;

    RepairRunner(HealthCheckServices services) {
        this.services = services;
    }

    String run(Repair repair, Progress progress) {
        return switch (repair) {
            case CREATE_TABLE -> createTable(progress);
            case DB_SETUP -> services.setupRun().run(DatabaseSetupRunner.safeSteps(), null, progress).stream()
                    .map(StepResult::did)
                    .collect(Collectors.joining(" "));
            case DB_SEED -> services.setup().seed(progress).did();
            case USERS_SYNC -> sync(progress);
            case SEED_CONVERSATION -> seedConversation(progress);
        };
    }

    private String createTable(Progress progress) {
        services.tables().create(MessagesTablePreset.of(services.messagesTable(), false, false, false), progress);
        return TEXT.get("repaired.create-table", services.messagesTable());
    }

    private String sync(Progress progress) {
        return services.sync().apply(services.sync().compare(progress), progress).sentence();
    }

    private String seedConversation(Progress progress) {
        SeedPlan plan = new EnvironmentSetup(services).plan(services.users().firstIdentified(MAX_USERS));
        services.seeder().run(plan, progress);
        return TEXT.get("repaired.seed-conversation", plan.messages().size(), plan.from().handle(), plan.to().handle());
    }
}
