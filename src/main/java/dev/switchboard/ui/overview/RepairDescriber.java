package dev.switchboard.ui.overview;

import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.doctor.SetupPreview;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what the repairs of the environment write, before they do. */
final class RepairDescriber {
    private static final Messages TEXT = Messages.of(RepairDescriber.class);

    /** The repairs that a check can offer once those before it were done, by the ID of the check. */
    private static final Map<String, String> LATER =
            Map.of("users", "db-seed", "cognito-ids", "users-sync", "conversation", "seed-conversation");

    private static final List<String> LATER_ORDER = List.of("users", "cognito-ids", "conversation");
    private final SetupPreview preview;

    /** @param preview what a setup writes, with the numbers of the sample data */
    RepairDescriber(SetupPreview preview) {
        this.preview = preview;
    }

    /** What a repair writes, as a sentence; empty if it is not known. */
    String of(@Nullable String repair) {
        return switch (repair) {
            case "create-table" -> TEXT.get("setup.plan.table", preview.messagesTable());
            case "db-setup" -> TEXT.get("repair.does.db-setup", preview.users(), preview.posts());
            case "db-seed" -> TEXT.get("setup.plan.users", preview.users(), preview.posts());
            case "users-sync" -> TEXT.get("repair.does.users-sync");
            case "seed-conversation" -> TEXT.get("setup.plan.conversation", preview.messages(), preview.items());
            case null, default -> "";
        };
    }

    /**
     * The available repairs with what they write, and those that can become available by them.
     *
     * @param results the newest results
     */
    String all(List<CheckResult> results) {
        List<CheckResult> available = results.stream().filter(EnvironmentRepairViewModel::isAvailable).toList();
        String now = available.stream()
                .map(result -> TEXT.get("repair.item", Objects.requireNonNull(result.repairTitle()), of(result.repair())))
                .collect(Collectors.joining("\n"));
        List<String> later = new ArrayList<>();
        boolean users = available.stream().anyMatch(result -> "db-setup".equals(result.repair()));
        for (String check : LATER_ORDER) {
            boolean skipped = results.stream().anyMatch(result -> result.id().equals(check) && result.state() == CheckState.SKIPPED);
            // The setup of the database adds the users and their Cognito IDs by itself.
            if (skipped && (!users || check.equals("conversation"))) {
                later.add(TEXT.get("repair.item.later", of(LATER.get(check))));
            }
        }
        String text = TEXT.get("repair.all.text") + "\n\n" + now;
        return later.isEmpty() ? text : text + "\n\n" + TEXT.get("repair.all.later") + "\n\n" + String.join("\n", later);
    }
}
