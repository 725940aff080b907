package dev.switchboard.ui.shell;

import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A session and the screens that were loaded for it. Each is loaded when it is first opened, and none outlives the session. */
final class OpenSession {
    private final UiContext context;
    private final List<ScreenDefinition> screens;
    private final Pane host;
    private final Map<String, LoadedView> loaded = new HashMap<>();
    private @Nullable LoadedView front;

    /** @param host where the open screen is shown */
    OpenSession(UiContext context, List<ScreenDefinition> screens, Pane host) {
        this.context = context;
        this.screens = List.copyOf(screens);
        this.host = host;
    }

    UiContext context() {
        return context;
    }

    /** Brings a screen to the front. */
    void show(String id, Map<String, String> arguments) {
        LoadedView view = loaded.computeIfAbsent(id, this::load);
        front = view;
        List<Node> shown = host.getChildren();
        shown.clear();
        shown.add(view.root());
        view.controller().shown(arguments);
        view.root().lookupAll(".state-overlay").stream()
                .filter(StateOverlay.class::isInstance)
                .forEach(overlay -> ((StateOverlay) overlay).shownAgain());
    }

    private LoadedView load(String id) {
        return screens.stream()
                .filter(screen -> screen.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no screen " + id))
                .loader()
                .apply(context);
    }

    /** Shows something that is no screen. */
    void showPage(Node page) {
        front = null;
        host.getChildren().setAll(List.of(page));
    }

    /** The controller of the screen at the front. */
    @Nullable
    ScreenController front() {
        LoadedView view = front;
        return view == null ? null : view.controller();
    }

    /** Tells the screens and drops what their jobs still answer. The session itself is closed by the shell, on another thread. */
    void leave() {
        loaded.values().forEach(view -> view.controller().closed());
        context.leave();
        host.getChildren().clear();
    }
}
