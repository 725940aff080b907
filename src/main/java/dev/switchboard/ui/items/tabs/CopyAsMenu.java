package dev.switchboard.ui.items.tabs;

import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.explorer.copyas.CopyAs;
import dev.switchboard.explorer.copyas.CopyTarget;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.UiContext;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Copies a query or scan as a command, as code or as a statement. */
final class CopyAsMenu {
    private static final Messages TEXT = Messages.of(CopyAsMenu.class);

    private CopyAsMenu() {}

    /** @param plan what is copied; null while there is nothing */
    static Menu of(UiContext context, Supplier<@Nullable ReadPlan> plan) {
        Menu menu = new Menu(TEXT.get("copy-as"));
        for (CopyTarget target : CopyTarget.values()) {
            MenuItem item = new MenuItem(target.title());
            item.setOnAction(event -> {
                @Nullable ReadPlan now = plan.get();
                if (now != null) {
                    copy(context, now, target);
                }
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private static void copy(UiContext context, ReadPlan plan, CopyTarget target) {
        context.jobs().start(
                TEXT.get("job.copy-as", target.title()),
                progress -> CopyAs.of(plan, target, context.session().explorer().clientSettings()),
                text -> {
                    Clipboards.copy(text);
                    context.notices().done(TEXT.get("copy-as.done", target.title()));
                },
                context.dialogs()::error);
    }
}
