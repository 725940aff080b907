package dev.switchboard.ui.settings;

import dev.switchboard.activity.Backend;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.ScreenController;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.ThemeChoice;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.ViewLoader;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Binds the Settings screen. */
public final class SettingsController implements ScreenController {
    private static final Messages TEXT = Messages.of(SettingsController.class);

    /** The screen. */
    public static final ScreenDefinition SCREEN = new ScreenDefinition(
            "settings",
            TEXT.get("title"),
            "fth-settings",
            context -> ViewLoader.load(SettingsController.class, () -> new SettingsController(context)));

    private final UiContext context;
    private final SettingsViewModel model;

    @FXML private ToggleButton dev;

    @FXML private ToggleButton prd;

    @FXML private Button revert;

    @FXML private Button save;

    @FXML private VBox aws;

    @FXML private VBox dynamodb;

    @FXML private VBox postgres;

    @FXML private VBox cognito;

    @FXML private VBox journal;

    @FXML private ComboBox<ThemeChoice> theme;

    @FXML private Label themeLabel;

    @FXML private Label file;

    @FXML private Button copyFile;

    @SuppressWarnings("NullAway.Init") // FXML injects the fields
    SettingsController(UiContext context) {
        this.context = context;
        model = new SettingsViewModel(context);
    }

    @FXML
    void initialize() {
        dev.setOnAction(event -> showEnvironment(Environment.DEV));
        prd.setOnAction(event -> showEnvironment(Environment.PRD));
        showEnvironment(model.environmentProperty().get());
        revert.disableProperty().bind(model.changed().not());
        revert.setOnAction(event -> model.revert());
        save.disableProperty().bind(model.changed().not().or(model.invalid()));
        save.setOnAction(event -> model.save());
        SettingRows.fill(aws, model, List.of(Setting.AWS_PROFILE, Setting.AWS_REGION, Setting.EXPECTED_ACCOUNT, Setting.STS_ENDPOINT));
        SettingRows.fill(dynamodb, model, List.of(Setting.DYNAMODB_ENDPOINT, Setting.MESSAGES_TABLE));
        SettingRows.fill(postgres, model, List.of(Setting.POSTGRES_URL, Setting.POSTGRES_LOGIN, Setting.POSTGRES_PROGRAMS));
        SettingRows.fill(cognito, model, List.of(Setting.USER_POOL_ID, Setting.COGNITO_ENDPOINT));
        SettingRows.fill(journal, model, List.of(Setting.JOURNAL_DAYS, Setting.JOURNAL_MEGABYTES));
        model.tests().forEach(test -> SettingRows.addTest(card(test.backend()), test, model.invalid()));
        themeLabel.setLabelFor(theme);
        theme.getItems().setAll(ThemeChoice.values());
        theme.setConverter(new ThemeChoiceConverter());
        theme.valueProperty().bindBidirectional(context.state().themeProperty());
        String path = context.session().home().settingsFile().toString();
        file.setText(path);
        copyFile.setOnAction(event -> Clipboards.copy(path));
    }

    private VBox card(Backend backend) {
        return switch (backend) {
            case DYNAMODB -> dynamodb;
            case POSTGRESQL -> postgres;
            case COGNITO -> cognito;
            case STS -> aws;
        };
    }

    private void showEnvironment(Environment environment) {
        model.environmentProperty().set(environment);
        dev.setSelected(environment == Environment.DEV);
        prd.setSelected(environment == Environment.PRD);
    }

    @Override
    public void shown(Map<String, String> arguments) {
        // Unsaved changes are kept while other screens are shown; otherwise, the saved values may have changed.
        if (!model.changed().get()) {
            model.revert();
        }
    }

    @Override
    public void refresh() {
        shown(Map.of());
    }

    private static final class ThemeChoiceConverter extends StringConverter<ThemeChoice> {
        @Override
        public String toString(ThemeChoice choice) {
            return choice == null ? "" : TEXT.get("theme." + choice);
        }

        @Override
        public ThemeChoice fromString(String text) {
            return ThemeChoice.SYSTEM;
        }
    }
}
