package dev.switchboard.ui.items.live;

import dev.switchboard.dynamodb.stream.StreamEvent;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.TableColumns;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.diff.AttributeChangesTable;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The changes to the items of a table as they are made: a list of the newest, with both versions of the selected one. It follows nothing before
 * {@link #start}. JavaFX thread only.
 */
public final class LivePane {
    private static final Messages TEXT = Messages.of(LivePane.class);
    private static final long BATCH_MILLIS = 100;
    private final LiveViewModel model;
    private final UiContext context;
    private final VBox root = new VBox(8);
    private final StateOverlay overlay = new StateOverlay();
    private final TableView<StreamEvent> events = new TableView<>();
    private final AttributeChangesTable changes = new AttributeChangesTable(TEXT.get("detail.old"), TEXT.get("detail.new"));
    private final Timeline clock;

    LivePane(UiContext context, LiveViewModel model) {
        this.context = context;
        this.model = model;
        clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        root.getStyleClass().add("live-pane");
        root.getChildren().setAll(toolbar(), note(), overlay);
        VBox.setVgrow(overlay, Priority.ALWAYS);
        overlay.getChildren().setAll(content());
        overlay.stateProperty().bind(Bindings.createObjectBinding(
                this::state, model.stateProperty(), model.failureProperty(), model.events(), context.lock().openProperty()));
    }

    /** The pane of a table. */
    public static LivePane of(UiContext context, String table) {
        return new LivePane(context, new LiveViewModel(context, table,
                CompletableFuture.delayedExecutor(BATCH_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater)));
    }

    /** The node to show. */
    public Parent root() {
        return root;
    }

    /** Follows the changes from now on, or says why it cannot. */
    public void start() {
        clock.play();
        model.start();
    }

    /** Ends following; what has arrived stays. */
    public void stop() {
        clock.stop();
        model.stop();
    }

    /** Ends following for good. */
    public void close() {
        stop();
        model.clear();
    }

    LiveViewModel model() {
        return model;
    }

    private HBox toolbar() {
        Label status = new Label();
        status.textProperty().bind(model.statusProperty());
        status.getStyleClass().add("text-muted");
        status.setId("live-status");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var following = model.stateProperty().map(LiveState::isFollowing);
        Button start = button("live-start", "start", "fth-radio", this::start);
        NodeVisibility.when(start, following.map(now -> !now));
        Button stop = button("live-stop", "stop", "fth-square", this::stop);
        NodeVisibility.when(stop, following);
        Button pause = button("live-pause", "pause", "fth-pause", model::pause);
        NodeVisibility.when(pause, model.stateProperty().map(state -> state == LiveState.RUNNING));
        Button resume = button("live-resume", "resume", "fth-play", model::resume);
        NodeVisibility.when(resume, model.stateProperty().map(state -> state == LiveState.PAUSED));
        Button clear = button("live-clear", "clear", "fth-trash-2", model::clear);
        clear.disableProperty().bind(Bindings.isEmpty(model.events()));
        Label title = new Label(TEXT.get("title", model.table()));
        title.getStyleClass().add("section-title");
        HBox bar = new HBox(8, title, status, gap, resume, pause, clear, start, stop);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static Button button(String id, String key, String icon, Runnable action) {
        Button button = new Button(TEXT.get(key), new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private HBox note() {
        Label words = new Label();
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setId("live-note");
        // A failure is shown over everything only while there is nothing else to see.
        words.textProperty().bind(Bindings.createStringBinding(() -> {
            @Nullable Explanation failure = model.failureProperty().get();
            return failure == null ? model.noteProperty().get() : TEXT.get("failed", failure.sentence());
        }, model.noteProperty(), model.failureProperty()));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox note = new HBox(8, new FontIcon("fth-alert-triangle"), words);
        note.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().addAll("note", "warning");
        NodeVisibility.when(note, Bindings.createBooleanBinding(
                () -> !words.getText().isEmpty() && overlay.stateProperty().get() instanceof ViewState.Content,
                words.textProperty(), overlay.stateProperty()));
        return note;
    }

    private Node content() {
        events.setId("live-events");
        events.setAccessibleText(TEXT.get("events"));
        TableColumns.of(events, "items.live", context.state())
                .text("at", TEXT.get("column.at"), 90, event -> Formats.seconds(event.at(), context.zone()),
                        Comparator.comparing(StreamEvent::at))
                .zoned(context.zoneProperty())
                .text("kind", TEXT.get("column.kind"), 80, LiveEvents::kind)
                .mono("key", TEXT.get("column.key"), 320, event -> LiveEvents.key(event, model.keys()))
                .text("changed", TEXT.get("column.changed"), 260, LiveEvents::changed)
                .json(LiveEvents::json)
                .enterShowsRow()
                .show(model.events());
        changes.setId("live-changes");
        events.getSelectionModel().selectedItemProperty().subscribe(this::show);
        SplitPane split = new SplitPane(events, changes);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.62);
        return split;
    }

    private void show(@Nullable StreamEvent event) {
        if (event == null) {
            changes.show(List.of());
            return;
        }
        boolean unknownBefore = event.kind() != StreamEvent.Kind.INSERT && event.before() == null;
        boolean unknownAfter = event.kind() != StreamEvent.Kind.REMOVE && event.after() == null;
        changes.show(LiveEvents.changes(event), TEXT.get(unknownBefore ? "detail.unknown" : "detail.missing"),
                TEXT.get(unknownAfter ? "detail.unknown" : "detail.missing"));
    }

    private ViewState state() {
        if (!model.events().isEmpty()) {
            return ViewState.CONTENT;
        }
        @Nullable Explanation failure = model.failureProperty().get();
        return switch (model.stateProperty().get()) {
            case STARTING -> new ViewState.Loading(TEXT.get("starting", model.table()));
            case RUNNING, PAUSED -> new ViewState.Empty("fth-radio", TEXT.get("empty.title"), TEXT.get("empty.text", model.table()), null);
            case STOPPED -> new ViewState.Empty("fth-radio", TEXT.get("stopped.title"), TEXT.get("stopped.text", model.table()),
                    new ViewState.Action(TEXT.get("start"), this::start));
            case NO_STREAM -> new ViewState.Empty("fth-slash", TEXT.get("none.title"), TEXT.get("none.text", model.table()),
                    context.lock().openProperty().get()
                            ? new ViewState.Action(TEXT.get("enable.action"), model::enableStream)
                            : new ViewState.Action(TEXT.get("none.unlock"), context.lock()::askToUnlock));
            case FAILED -> failure == null ? ViewState.CONTENT : new ViewState.LoadFailure(failure, this::start);
        };
    }
}
