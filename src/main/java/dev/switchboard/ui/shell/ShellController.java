package dev.switchboard.ui.shell;

import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.NodeVisibility;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.StateOverlay;
import dev.switchboard.ui.common.ThemeChoice;
import dev.switchboard.ui.common.Tooltips;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.common.WindowState;
import dev.switchboard.ui.help.HelpDock;
import dev.switchboard.ui.shell.palette.Palette;
import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the frame of the window to its model. */
final class ShellController {
    private static final Messages TEXT = Messages.of(ShellController.class);
    private static final PseudoClass PRD = PseudoClass.getPseudoClass("prd");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int LONGEST_WHOLE = 16;
    private static final double LEAST_WIDTH = 32;
    private static final double MOST_WIDTH = 200;
    private final ShellViewModel model;
    private final WindowState state;
    private final Shell shell;

    @FXML private StackPane frame;

    @FXML private ToggleButton devSwitch;

    @FXML private ToggleButton prdSwitch;

    @FXML private Label prdBadge;

    @FXML private HBox whereBox;

    @FXML private Button lockButton;

    @FXML private Button paletteButton;

    @FXML private Button helpButton;

    @FXML private HelpDock help;

    @FXML private VBox navigation;

    @FXML private VBox navigationFoot;

    @FXML private StateOverlay overlay;

    @FXML private StackPane host;

    @FXML private HBox jobBox;

    @FXML private Label asOf;
    @FXML private Label consumed;

    @FXML private MenuButton zoneMenu;

    @FXML private Button themeButton;

    @FXML private VBox noticeBox;

    @FXML private StackPane paletteLayer;

    private JobBar jobBar;
    private NoticeStack notices;
    private Palette palette;

    @SuppressWarnings("NullAway.Init") // the other fields are set in initialize, which FXML calls
    ShellController(ShellViewModel model, WindowState state, Shell shell) {
        this.model = model;
        this.state = state;
        this.shell = shell;
    }

    @FXML
    void initialize() {
        jobBar = new JobBar(jobBox);
        notices = new NoticeStack(noticeBox);
        palette = new Palette(paletteLayer);
        devSwitch.setOnAction(event -> shell.change(Environment.DEV));
        prdSwitch.setOnAction(event -> shell.change(Environment.PRD));
        devSwitch.disableProperty().bind(model.openingProperty());
        prdSwitch.disableProperty().bind(model.openingProperty());
        paletteButton.setOnAction(event -> palette.open());
        lockButton.textProperty().bind(model.lockTextProperty());
        consumed.textProperty().bind(model.consumedProperty());
        Screens.all().forEach(this::addToNavigation);
        help.connect(shell.ownJobs(), state);
        helpButton.setOnAction(event -> openHelp());
        model.screenProperty().subscribe(screen -> nameHelp(helpName(screen)));
        ZoneMenu.fill(zoneMenu, state.zoneProperty());
        Tooltips.name(themeButton, TEXT.get("theme.next"));
        themeButton.setOnAction(event -> nextTheme());
        model.environmentProperty().addListener((observable, old, now) -> showEnvironment());
        model.openProperty().addListener((observable, old, now) -> showEnvironment());
        model.whereProperty().addListener((observable, old, now) -> showWhere());
        model.credentialsProperty().addListener((observable, old, now) -> showWhere());
        showEnvironment();
    }

    /** Opens the page of the manual for the current screen. */
    void openHelp() {
        help.open(model.screenProperty().get());
    }

    private void nameHelp(String name) {
        Tooltips.name(helpButton, TEXT.get("help.shortcut", name)).setAccessibleText(name);
    }

    private static String helpName(String screenId) {
        return Screens.all().stream()
                .filter(screen -> screen.id().equals(screenId))
                .findFirst()
                .map(screen -> TEXT.get("help.on", screen.title()))
                .orElseGet(() -> TEXT.get("help"));
    }

    HelpDock help() {
        return help;
    }

    private void addToNavigation(ScreenDefinition screen) {
        Button button = new Button(screen.title(), new FontIcon(screen.icon()));
        button.setId("go-" + screen.id());
        button.getStyleClass().add("navigation-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> shell.open(screen.id()));
        boolean settings = screen.id().equals("settings");
        if (!settings) {
            button.disableProperty().bind(model.openProperty().not());
        }
        (settings ? navigationFoot : navigation).getChildren().add(button);
        model.screenProperty().addListener((observable, old, now) -> {
            boolean current = screen.id().equals(now);
            button.pseudoClassStateChanged(CURRENT, current);
            Node focused = frame.getScene() == null ? null : frame.getScene().getFocusOwner();
            if (current && (old.isEmpty() || (focused != null && focused.getStyleClass().contains("navigation-item")))) {
                // The focus starts in the navigation rather than in the header, and follows the current screen.
                button.requestFocus();
            }
        });
    }

    /** Shows the environment in the frame, the header, the badge, and the switch. */
    void showEnvironment() {
        boolean prd = model.environmentProperty().get().policy().lockRequired();
        frame.pseudoClassStateChanged(PRD, prd);
        devSwitch.setSelected(!prd);
        prdSwitch.setSelected(prd);
        prdBadge.setVisible(prd);
        prdBadge.setManaged(prd);
        boolean lockable = prd && model.openProperty().get();
        lockButton.setVisible(lockable);
        lockButton.setManaged(lockable);
    }

    private void showWhere() {
        whereBox.getChildren().clear();
        for (ConnectionPart part : model.whereProperty().get()) {
            addToWhere(part(part));
        }
        CredentialsExpiry end = model.credentialsProperty().get();
        if (!end.text().isEmpty()) {
            addToWhere(CredentialsLabel.of(end));
        }
    }

    /** Short parts such as an account or a region are never shortened; longer parts are shortened in the middle. */
    private static Label part(ConnectionPart part) {
        String text = part.text();
        Label label = new Label(text);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        if (text.length() <= LONGEST_WHOLE || part.warning()) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        } else {
            // Limited, so that a long host name does not hide other parts.
            label.setMinWidth(LEAST_WIDTH);
            label.setMaxWidth(MOST_WIDTH);
        }
        label.setTooltip(new Tooltip(part.full()));
        if (part.warning()) {
            label.setGraphic(new FontIcon("fth-alert-triangle"));
            label.getStyleClass().add("where-warning");
        }
        return label;
    }

    private void addToWhere(Label label) {
        if (!whereBox.getChildren().isEmpty()) {
            Label dot = new Label("·");
            dot.setMinWidth(Region.USE_PREF_SIZE);
            whereBox.getChildren().add(dot);
        }
        whereBox.getChildren().add(label);
    }

    private void nextTheme() {
        state.themeProperty().set(state.themeProperty().get() == ThemeChoice.DARK ? ThemeChoice.LIGHT : ThemeChoice.DARK);
    }

    /** @param read when what the screen at the front shows was read */
    void sessionOpened(UiContext context, ReadOnlyObjectProperty<@Nullable Instant> read) {
        jobBar.follow(context.jobs());
        asOf.textProperty().bind(Bindings.createStringBinding(() -> asOf(read.get(), context.zone()), read, context.zoneProperty()));
        NodeVisibility.when(asOf, asOf.textProperty().isNotEmpty());
        Tooltip meaning = new Tooltip();
        meaning.textProperty().bind(context.zoneProperty().map(zone -> TEXT.get("as-of.meaning", Formats.zone(zone))));
        asOf.setTooltip(meaning);
        PaletteEntries offers = new PaletteEntries(shell, state);
        LatestJobRunner users = context.jobs().slot();
        LatestJobRunner searching = context.jobs().slot();
        palette.offer(offers::all, opened -> readUsers(context, users, offers, searching));
        FontIcon icon = new FontIcon();
        context.lock().openProperty().subscribe(open -> icon.setIconLiteral(open ? "fth-unlock" : "fth-lock"));
        lockButton.setGraphic(icon);
        lockButton.setOnAction(event -> {
            if (context.lock().openProperty().get()) {
                context.lock().lockNow();
            } else {
                shell.unlock();
            }
        });
    }

    private static String asOf(@Nullable Instant read, ZoneId zone) {
        return read == null ? "" : TEXT.get("as-of", Formats.timeOfDay(read, Instant.now(), zone));
    }

    /** Reloads the users each time the palette opens; previously loaded users are shown in the meantime. */
    private void readUsers(UiContext context, LatestJobRunner slot, PaletteEntries offers, LatestJobRunner searching) {
        if (!model.openProperty().get()) {
            return;
        }
        slot.start(
                TEXT.get("palette.users"),
                progress -> offers.index(context.session().users().all()),
                users -> palette.offer(users, searching),
                failure -> notices.warn(TEXT.get("palette.no-users", failure.sentence())));
    }

    void sessionClosed() {
        jobBar.follow(null);
        asOf.textProperty().unbind();
        asOf.setText("");
        notices.clear();
        palette.forget();
    }

    void showState(ViewState now) {
        overlay.stateProperty().set(now);
    }

    /** Tries again what is shown as failed in place of the screens, such as the opening of a session. */
    void retry() {
        overlay.shownAgain();
    }

    Pane host() {
        return host;
    }

    NoticeStack notices() {
        return notices;
    }

    JobBar jobBar() {
        return jobBar;
    }

    Palette palette() {
        return palette;
    }
}
