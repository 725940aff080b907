package dev.switchboard.ui.items.copyas;

import dev.switchboard.explorer.copyas.ClientSettings;
import dev.switchboard.explorer.copyas.CopyTarget;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** Copies requests as commands, as code or as statements. */
public final class CopyAsMenu {
    private static final Messages TEXT = Messages.of(CopyAsMenu.class);

    private CopyAsMenu() {}

    /** A request that can be written in any of the forms. */
    @FunctionalInterface
    public interface Request {
        /** Returns its text. Not on the JavaFX thread. */
        String as(CopyTarget target, ClientSettings settings);
    }

    /**
     * The menu items, one for each form.
     *
     * @param request what is copied, asked for on the JavaFX thread; null while there is nothing
     */
    public static List<MenuItem> items(UiContext context, Supplier<@Nullable Request> request) {
        List<MenuItem> items = new ArrayList<>();
        for (CopyTarget target : CopyTarget.values()) {
            MenuItem item = new MenuItem(target.title());
            item.setOnAction(event -> {
                @Nullable Request now = request.get();
                if (now != null) {
                    copy(context, now, target);
                }
            });
            items.add(item);
        }
        return items;
    }

    private static void copy(UiContext context, Request request, CopyTarget target) {
        context.jobs().start(
                TEXT.get("job.copy-as", target.title()),
                progress -> request.as(target, context.session().explorer().clientSettings()),
                text -> {
                    Clipboards.copy(text);
                    context.notices().done(TEXT.get("copy-as.done", target.title()));
                },
                context.dialogs()::error);
    }
}
