package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.PointInTimeRecoveryDynamoDb;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deletion protection and point-in-time recovery on the Tables screen. */
class TableSafetyScreenTest {
    private static final String TABLE = "cruddur-messages";

    @TempDir
    Path home;

    @AutoClose private final InterceptingProxy dynamoDb = PointInTimeRecoveryDynamoDb.open();

    @BeforeEach
    void make() {
        DynamoDbCleaner.now();
        TablesFixture.make(context(Environment.DEV), MessagesTablePreset.of(TABLE, true, true, false));
    }

    private TestContext context(Environment environment) {
        return TestContext.of(home, environment, Map.of(
                Setting.DYNAMODB_ENDPOINT, dynamoDb.uri().toString(),
                Setting.AWS_REGION, "eu-central-1",
                Setting.POSTGRES_URL, "postgresql://operator@127.0.0.1:9/cruddur",
                Setting.USER_POOL_ID, "eu-central-1_Example"));
    }

    private static LoadedView open(TestContext test) {
        return Fx.onFx(() -> {
            LoadedView view = TablesController.SCREEN.loader().apply(test.context());
            view.controller().shown(Map.of("table", TABLE));
            return view;
        });
    }

    private static Button button(LoadedView view, String id) {
        return (Button) view.root().lookup(id);
    }

    private static void switchBoth(LoadedView view) {
        Fx.onFx(() -> button(view, "#protect").fire());
        Fx.onFx(() -> button(view, "#recovery").fire());
    }

    @Test
    void devOffersBothWithoutSuggestion() {
        TestContext test = context(Environment.DEV);
        LoadedView view = open(test);
        Screenshots.save(view.root(), "tables-safety-dev-off", 1072, 720);
        assertThat(view.root().lookup("#suggestion").isVisible()).isFalse();
        switchBoth(view);
        Screenshots.save(view.root(), "tables-safety-dev-on", 1072, 720);
        assertThat(button(view, "#protect").getText()).isEqualTo("Turn off protection");
        assertThat(button(view, "#recovery").getText()).isEqualTo("Turn off recovery");
        assertThat(test.dialogs().asked).isEmpty();
    }

    @Test
    void focusStaysOnToggledButton() {
        LoadedView view = open(context(Environment.DEV));
        Stage stage = Screenshots.show(view.root(), 1072, 720);
        Fx.onFx(() -> {
            button(view, "#protect").requestFocus();
            button(view, "#protect").fire();
        });
        assertThat(button(view, "#protect").getText()).isEqualTo("Turn off protection");
        assertThat(Fx.onFx(() -> stage.getScene().getFocusOwner())).isEqualTo(button(view, "#protect"));
        Fx.onFx(stage::hide);
    }

    @Test
    void prdSuggestsBothAndDisablingRequiresName() {
        TestContext test = context(Environment.PRD);
        LoadedView view = open(test);
        Screenshots.save(view.root(), "tables-safety-prd-locked", 1072, 720);
        assertThat(button(view, "#protect").isDisabled()).isTrue();
        assertThat(button(view, "#recovery").isDisabled()).isTrue();
        Fx.onFx(() -> test.context().session().lock().unlock("prd"));
        assertThat(view.root().lookup("#suggestion").isVisible()).isTrue();
        Screenshots.save(view.root(), "tables-safety-prd-off", 1072, 720);
        switchBoth(view);
        Screenshots.save(view.root(), "tables-safety-prd-on", 1072, 720);
        assertThat(view.root().lookup("#suggestion").isVisible()).isFalse();
        test.dialogs().types = "another";
        switchBoth(view);
        assertThat(test.dialogs().asked).hasSize(2).allMatch(question -> question.contains(TABLE));
        assertThat(button(view, "#protect").getText()).as("after the wrong name").isEqualTo("Turn off protection");
        test.dialogs().types = null;
        switchBoth(view);
        assertThat(button(view, "#protect").getText()).isEqualTo("Turn on protection");
        assertThat(button(view, "#recovery").getText()).isEqualTo("Turn on recovery");
    }
}
