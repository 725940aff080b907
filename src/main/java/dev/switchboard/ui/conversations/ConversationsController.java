package dev.switchboard.ui.conversations;

import dev.switchboard.session.DataChange;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.Navigator;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.UndoHandler;
import dev.switchboard.ui.common.ViewLoader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Binds the Conversations screen: users, their conversations, and messages. */
public final class ConversationsController implements ScreenController {
    private static final Messages TEXT = Messages.of(ConversationsController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "conversations", TEXT.get("title"), "fth-message-circle", context -> load(context, InstantSource.system()));

    private final UiContext context;
    private final ConversationsViewModel model;
    private final InstantSource clock;
    private final UsersPaneController users;
    private final NewConversationController newConversation;
    private @Nullable ThreadPaneController threadPane;
    private boolean loaded;

    @FXML private StateOverlay overlay;
    @FXML private SplitPane split;

    private ConversationsController(UiContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
        this.model = model(context);
        this.users = new UsersPaneController(model.users());
        this.newConversation = new NewConversationController(model.newConversation(), context);
    }

    static LoadedView load(UiContext context, InstantSource clock) {
        return ViewLoader.load(ConversationsController.class, () -> new ConversationsController(context, clock));
    }

    private ConversationsViewModel model(UiContext context) {
        Session session = context.session();
        Navigator navigator = context.navigator();
        MissingTableDetector problems = MissingTableDetector.of(context);
        return new ConversationsViewModel(
                session.users(), session.conversations(), session.sending(), problems, context.jobs(),
                new ConversationsViewModel.Navigation() {
                    @Override
                    public void toDatabase() {
                        navigator.open("database");
                    }

                    @Override
                    public void toSeeding(@Nullable String from) {
                        navigator.open("seeding", from == null ? Map.of() : Map.of("from", from));
                    }

                    @Override
                    public void written(String change) {
                        new UndoHandler(context).offerBriefly(TEXT.get("written"), change, ConversationsController.this::refresh);
                    }
                });
    }

    @FXML
    void initialize() {
        threadPane = new ThreadPaneController(model, context, clock);
        Parent thread = ViewLoader.fragment(ThreadPaneController.class, threadPane);
        Parent form = ViewLoader.fragment(NewConversationController.class, newConversation);
        NodeVisibility.when(thread, model.newConversation().senderProperty().isNull());
        NodeVisibility.when(form, model.newConversation().senderProperty().isNotNull());
        model.newConversation().senderProperty().addListener((observable, old, now) -> {
            if (now != null) {
                newConversation.focus();
            }
        });
        Parent people = ViewLoader.fragment(UsersPaneController.class, users);
        Parent groups = ViewLoader.fragment(GroupsPaneController.class, new GroupsPaneController(model, context, clock));
        overlay.stateProperty().bind(model.users().screenStateProperty());
        split.getItems().setAll(people, groups, new StackPane(thread, form));
        SplitPane.setResizableWithParent(people, false);
        split.setDividerPositions(context.state().number("conversations.first", 0.14),
                context.state().number("conversations.second", 0.42));
        remember(0, "conversations.first");
        remember(1, "conversations.second");
    }

    private void remember(int divider, String name) {
        split.getDividers().get(divider).positionProperty()
                .addListener((observable, old, now) -> context.state().set(name, String.valueOf(now.doubleValue())));
    }

    @Override
    public void shown(Map<String, String> arguments) {
        boolean first = !loaded;
        loaded = true;
        String user = arguments.get("user");
        if (user != null) {
            model.open(user, arguments.get("group"));
        } else if (first) {
            model.users().load();
        }
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public boolean shows(DataChange change) {
        String table = context.session().settings().messagesTable();
        return switch (change) {
            case DataChange.Users _,DataChange.Database _, DataChange.Conversations _ -> true;
            case DataChange.Tables(String _, String changed) -> changed.equals(table);
            case DataChange.Items(String _, String changed) -> changed.equals(table);
            case DataChange.History _ -> false;
        };
    }

    @Override
    public void changed(Set<DataChange> changes) {
        model.changed(changes, context.session().settings().messagesTable());
    }

    @Override
    public void outdated() {
        model.follow();
    }

    @Override
    public ObservableValue<@Nullable Instant> asOf() {
        return model.asOf();
    }

    @Override
    public void focusFilter() {
        if (threadPane != null && threadPane.findIfFocused()) {
            return;
        }
        users.focusFilter();
    }

    @Override
    public boolean escape() {
        boolean open = model.newConversation().senderProperty().get() != null || model.find().openProperty().get();
        model.newConversation().close();
        model.find().close();
        return open;
    }

    @Override
    public void closed() {
        model.close();
    }
}
