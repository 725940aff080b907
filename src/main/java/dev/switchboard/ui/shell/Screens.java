package dev.switchboard.ui.shell;

import dev.switchboard.ui.activity.ActivityController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.conversations.ConversationsController;
import dev.switchboard.ui.database.DatabaseController;
import dev.switchboard.ui.items.ItemsController;
import dev.switchboard.ui.overview.OverviewController;
import dev.switchboard.ui.seeding.SeedingController;
import dev.switchboard.ui.settings.SettingsController;
import dev.switchboard.ui.tables.TablesController;
import dev.switchboard.ui.users.UsersController;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The screens in the order of the navigation; Settings is shown separately at the bottom. */
final class Screens {
    private Screens() {}

    /** The screens that Ctrl+1 to Ctrl+9 open. */
    static List<ScreenDefinition> all() {
        return List.of(
                OverviewController.SCREEN,
                ConversationsController.SCREEN,
                UsersController.SCREEN,
                TablesController.SCREEN,
                ItemsController.SCREEN,
                SeedingController.SCREEN,
                DatabaseController.SCREEN,
                ActivityController.SCREEN,
                SettingsController.SCREEN);
    }

    /** Returns the id of the screen to open first: the last one shown, if it still exists. */
    static String first(@Nullable String last) {
        return all().stream().map(ScreenDefinition::id).filter(id -> id.equals(last)).findFirst().orElse(all().getFirst().id());
    }
}
