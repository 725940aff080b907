package dev.switchboard.ui.shell;

import dev.switchboard.job.Job;
import dev.switchboard.session.ChangePublisher;
import dev.switchboard.session.DataChange;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A session and the screens that were loaded for it. Each is loaded when it is first opened, and none outlives the session. */
final class OpenSession {
    private static final Messages TEXT = Messages.of(OpenSession.class);
    private final UiContext context;
    private final List<ScreenDefinition> screens;
    private final Pane host;
    private final Map<String, LoadedView> loaded = new HashMap<>();
    private final Map<LoadedView, ScreenUpdates> updates = new HashMap<>();
    private final ChangePublisher.Subscription subscription;
    private final ReadOnlyObjectWrapper<@Nullable Instant> asOf = new ReadOnlyObjectWrapper<>();
    private @Nullable LoadedView front;

    /**
     * @param host where the open screen is shown
     * @param changed told of each change before the screens are
     */
    OpenSession(UiContext context, List<ScreenDefinition> screens, Pane host, Consumer<DataChange> changed) {
        this.context = context;
        this.screens = List.copyOf(screens);
        this.host = host;
        subscription = context.session().published().subscribe(change -> context.jobs().later(() -> {
            changed.accept(change);
            updates.values().forEach(screen -> screen.announced(change));
        }));
    }

    UiContext context() {
        return context;
    }

    /** Brings a screen to the front. */
    void show(String id, Map<String, String> arguments) {
        LoadedView view = loaded.computeIfAbsent(id, this::load);
        hideFront();
        front = view;
        asOf.bind(view.controller().asOf());
        List<Node> shown = host.getChildren();
        shown.clear();
        shown.add(view.root());
        view.controller().shown(arguments);
        view.root().lookupAll(".state-overlay").stream()
                .filter(StateOverlay.class::isInstance)
                .forEach(overlay -> ((StateOverlay) overlay).shownAgain());
        updatesOf(view).shown();
    }

    private ScreenUpdates updatesOf(LoadedView view) {
        return updates.computeIfAbsent(view, loadedView -> new ScreenUpdates(loadedView.controller(), InstantSource.system()));
    }

    private void hideFront() {
        asOf.unbind();
        asOf.set(null);
        if (front != null) {
            updatesOf(front).hidden();
        }
    }

    /** The window is in front again: looks for what was written meanwhile, and has the screen read again what is too old. */
    Job<?> returned() {
        ChangePublisher published = context.session().published();
        return context.jobs().start(TEXT.get("look"), progress -> {
            published.look();
            return true;
        }, looked -> readAgain(), failure -> readAgain());
    }

    private void readAgain() {
        LoadedView view = front;
        if (view != null) {
            updatesOf(view).shown();
        }
    }

    /** When what the screen at the front shows was read; holds null where that is not to be told. */
    ReadOnlyObjectProperty<@Nullable Instant> asOfProperty() {
        return asOf.getReadOnlyProperty();
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
        hideFront();
        front = null;
        host.getChildren().setAll(List.of(page));
    }

    /** The controller of the screen at the front. */
    @Nullable
    ScreenController front() {
        LoadedView view = front;
        return view == null ? null : view.controller();
    }

    /** What the operator entered in the screens and would lose by leaving, in words. */
    List<String> unsaved() {
        return loaded.values().stream().map(view -> view.controller().unsaved()).filter(text -> !text.isEmpty()).toList();
    }

    /** Tells the screens and drops what their jobs still answer. The session itself is closed by the shell, on another thread. */
    void leave() {
        subscription.close();
        asOf.unbind();
        updates.values().forEach(ScreenUpdates::close);
        loaded.values().forEach(view -> view.controller().closed());
        context.leave();
        host.getChildren().clear();
    }
}
