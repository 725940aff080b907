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
import dev.switchboard.ui.common.keys.Shortcut;
import dev.switchboard.ui.common.notice.NoticeLog;
import dev.switchboard.ui.help.HelpDock;
import dev.switchboard.ui.shell.lock.LockButton;
import dev.switchboard.ui.shell.lock.LockReminder;
import dev.switchboard.ui.shell.menu.ApplicationMenu;
import dev.switchboard.ui.shell.menu.ShortcutSheet;
import dev.switchboard.ui.shell.notice.NoticeHistory;
import dev.switchboard.ui.shell.notice.NoticeStrip;
import dev.switchboard.ui.shell.palette.Palette;
import dev.switchboard.ui.shell.palette.PaletteData;
import dev.switchboard.ui.shell.palette.PaletteIndex;
import dev.switchboard.ui.shell.palette.RecentEntries;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the frame of the window to its model. */
final class ShellController {
    private static final Messages TEXT = Messages.of(ShellController.class);
    private static final PseudoClass PRD = PseudoClass.getPseudoClass("prd");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double PALETTE_SIDES = 18;
    private static final double LEAST_PALETTE = 130;
    private static final String RECENT = "palette.recent";
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

    @FXML private HBox noticeBox;

    @FXML private StackPane noticeLayer;

    @FXML private StackPane paletteLayer;

    @FXML private StackPane sheetLayer;

    @FXML private VBox top;

    @FXML private MenuButton menuButton;

    @FXML private HBox paletteHint;

    @FXML private Label paletteText;

    @FXML private Label paletteKeys;

    private final NoticeLog notices = new NoticeLog(InstantSource.system());
    private JobBar jobBar;
    private NoticeHistory history;
    private @Nullable LockReminder reminder;
    private Subscription lockShown = Subscription.EMPTY;
    private Palette palette;
    private ShortcutSheet sheet;

    @SuppressWarnings("NullAway.Init") // the other fields are set in initialize, which FXML calls
    ShellController(ShellViewModel model, WindowState state, Shell shell) {
        this.model = model;
        this.state = state;
        this.shell = shell;
    }

    @FXML
    void initialize() {
        jobBar = new JobBar(jobBox);
        history = new NoticeHistory(noticeLayer, notices, state.zoneProperty()::get);
        new NoticeStrip(noticeBox, notices, history);
        palette = new Palette(paletteLayer, new RecentEntries(() -> state.get(RECENT), titles -> state.set(RECENT, titles)));
        sheet = new ShortcutSheet(sheetLayer);
        paletteButton.setAccessibleText(TEXT.get("action.search"));
        // In a narrow header only the icon is left of the search.
        paletteHint.prefWidthProperty().bind(paletteButton.widthProperty().subtract(PALETTE_SIDES));
        NodeVisibility.when(paletteText, paletteButton.widthProperty().greaterThan(LEAST_PALETTE));
        NodeVisibility.when(paletteKeys, paletteButton.widthProperty().greaterThan(LEAST_PALETTE));
        paletteKeys.setText(Shortcut.PALETTE.label());
        menu();
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

    private void menu() {
        PaletteEntries entries = new PaletteEntries(shell, state);
        NodeVisibility.when(menuButton, new SimpleBooleanProperty(!ApplicationMenu.systemWide()));
        if (ApplicationMenu.systemWide()) {
            top.getChildren().addFirst(ApplicationMenu.bar(entries.menu()));
        } else {
            ApplicationMenu.fill(menuButton, entries.menu());
        }
    }

    /** Opens the menu by a key; on macOS the system does. */
    void openMenu() {
        menuButton.requestFocus();
        menuButton.show();
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
        ConnectionBar.show(whereBox, model.whereProperty().get(), model.credentialsProperty().get());
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
        palette.offer(offers::all, opened -> readData(context, users, offers, searching));
        lockShown = LockButton.follow(lockButton, context.lock(), shell::unlock);
        reminder = new LockReminder(context.lock(), notices, shell::unlock);
    }

    private static String asOf(@Nullable Instant read, ZoneId zone) {
        return read == null ? "" : TEXT.get("as-of", Formats.timeOfDay(read, Instant.now(), zone));
    }

    private record PaletteAnswer(PaletteIndex index, List<Exception> failures) {}

    /** Reloads tables, saved queries, and users each time the palette opens; previously loaded ones are shown in the meantime. */
    private void readData(UiContext context, LatestJobRunner slot, PaletteEntries offers, LatestJobRunner searching) {
        if (!model.openProperty().get()) {
            return;
        }
        slot.start(
                TEXT.get("palette.users"),
                progress -> {
                    PaletteData data = PaletteData.read(context.session());
                    return new PaletteAnswer(offers.index(data.tables(), data.queries(), data.users()), data.failures());
                },
                answer -> {
                    palette.offer(answer.index(), searching);
                    for (Exception failure : answer.failures()) {
                        notices.warn(TEXT.get("palette.partly", context.jobs().explain(failure).sentence()));
                    }
                },
                failure -> notices.warn(TEXT.get("palette.partly", failure.sentence())));
    }

    /** Shows what changes with the time. */
    void tick() {
        jobBar.tick();
        notices.tick();
        if (reminder != null) {
            reminder.tick();
        }
    }

    void sessionClosed() {
        reminder = null;
        lockShown.unsubscribe();
        jobBar.follow(null);
        asOf.textProperty().unbind();
        asOf.setText("");
        notices.clear();
        history.close();
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

    NoticeLog notices() {
        return notices;
    }

    ShortcutSheet sheet() {
        return sheet;
    }

    NoticeHistory history() {
        return history;
    }

    Palette palette() {
        return palette;
    }
}
