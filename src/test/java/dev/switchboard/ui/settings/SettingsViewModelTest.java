package dev.switchboard.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.Backend;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsViewModelTest {
    @TempDir
    Path home;

    @Test
    void savedSettingsAreInFileAndReconnectIsOffered() {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of());
        SettingsViewModel model = new SettingsViewModel(test.context());
        model.field(Setting.MESSAGES_TABLE).valueProperty().set(" cruddur-test ");
        assertThat(model.changed().get()).isTrue();
        model.save();
        assertThat(SettingsFile.read(new Home(home).settingsFile()).get(Environment.DEV, Setting.MESSAGES_TABLE)).isEqualTo("cruddur-test");
        assertThat(model.changed().get()).isFalse();
        test.notices().offered.run();
        assertThat(test.navigator().ways).containsExactly("reopen");
    }

    @Test
    void otherEnvironmentIsEditedWithoutTouchingTheOpenOne() {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of());
        SettingsViewModel model = new SettingsViewModel(test.context());
        model.environmentProperty().set(Environment.PRD);
        model.field(Setting.EXPECTED_ACCOUNT).valueProperty().set("111122223333");
        model.save();
        SettingsFile file = SettingsFile.read(new Home(home).settingsFile());
        assertThat(file.get(Environment.PRD, Setting.EXPECTED_ACCOUNT)).isEqualTo("111122223333");
        assertThat(file.get(Environment.DEV, Setting.EXPECTED_ACCOUNT)).isNull();
        assertThat(test.notices().offered).as("no reconnect needed").isNull();
    }

    @Test
    void passwordIsNeverStored() throws Exception {
        TestContext test = TestContext.of(home, Environment.DEV, Map.of());
        SettingsViewModel model = new SettingsViewModel(test.context());
        model.field(Setting.POSTGRES_URL).valueProperty().set("postgresql://ann:s3cret@db.example.com/cruddur");
        assertThat(model.field(Setting.POSTGRES_URL).errorProperty().get()).contains("PGPASSWORD").contains("~/.pgpass");
        model.save();
        Path file = new Home(home).settingsFile();
        assertThat(Files.exists(file) ? Files.readString(file) : "").doesNotContain("s3cret");
        model.field(Setting.POSTGRES_URL).valueProperty().set("postgresql://ann@db.example.com/cruddur?password=s3cret");
        assertThat(model.invalid().get()).isTrue();
    }

    @Test
    void passwordFromCommandLineIsNotShown() {
        Map<Setting, String> given =
                Map.of(Setting.POSTGRES_URL, "postgresql://ann:s3cret@db.example.com/cruddur?sslmode=require&password=other");
        SettingsViewModel model = new SettingsViewModel(TestContext.of(home, Environment.DEV, given).context());
        SettingViewModel field = model.field(Setting.POSTGRES_URL);
        assertThat(field.valueProperty().get()).isEqualTo("postgresql://ann@db.example.com/cruddur?sslmode=require");
        assertThat(field.editableProperty().get()).isFalse();
        assertThat(field.originProperty().get()).contains("command line");
        assertThat(model.changed().get()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRES_URL, postgresql://ann:s3/cret@db.example.com/cruddur",
        "POSTGRES_URL, postgresql://ann:s3?cret@db.example.com/cruddur",
        "POSTGRES_URL, postgresql://ann:s3@cret@db.example.com/cruddur",
        "POSTGRES_URL, postgresql://ann@db.example.com/cruddur?sslpassword=s3cret",
        "POSTGRES_URL, postgresql://ann@db.example.com/cruddur?password=s3&password=cret&nothing",
        "POSTGRES_URL, postgresql://ann@db.example.com/cruddur?pass%77ord=s3cret",
        "DYNAMODB_ENDPOINT, postgresql://ann:s3/cret@db.example.com/cruddur",
        "DYNAMODB_ENDPOINT, http://ann:s3cret@db.example.com:8000"
    })
    void unencodedOrMisplacedPasswordIsNotShown(Setting setting, String value) {
        SettingsViewModel model = new SettingsViewModel(TestContext.of(home, Environment.DEV, Map.of(setting, value)).context());
        assertThat(model.field(setting).valueProperty().get()).doesNotContain("s3", "cret");
        assertThat(SettingRules.wrong(setting, value)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DYNAMODB_ENDPOINT, localhost:8000, false",
        "DYNAMODB_ENDPOINT, http://localhost:8000, true",
        "EXPECTED_ACCOUNT, 1111, false",
        "JOURNAL_DAYS, 0, false",
        "JOURNAL_DAYS, 365, true",
        "JOURNAL_MEGABYTES, many, false",
        "EXPECTED_ACCOUNT, 111122223333, true",
        "AWS_REGION, Frankfurt, false",
        "AWS_REGION, us-gov-west-1, true",
        "MESSAGES_TABLE, no spaces please, false",
        "MESSAGES_TABLE, cruddur.messages_1, true",
        "USER_POOL_ID, pool, false",
        "USER_POOL_ID, eu-central-1_AbCdEfGhI, true",
        "POSTGRES_URL, mysql://host/db, false",
        "POSTGRES_URL, postgres://ann@host/db, true",
    })
    void eachSettingHasItsRule(Setting setting, String value, boolean good) {
        assertThat(SettingRules.wrong(setting, value)).matches(wrong -> (wrong == null) == good);
    }

    @Test
    void eachBackendIsTestedAndResultIsExplained() {
        SettingsViewModel good = new SettingsViewModel(TestContext.of(home, Environment.DEV, TestSettings.fresh(home)).context());
        good.tests().forEach(ConnectionTester::run);
        assertThat(good.tests()).allSatisfy(test -> assertThat(test.resultProperty().get().good()).isTrue());
        SettingsViewModel dead = new SettingsViewModel(TestContext.of(home, Environment.DEV, TestSettings.dead()).context());
        dead.tests().forEach(ConnectionTester::run);
        assertThat(dead.tests()).allSatisfy(test -> {
            assertThat(test.resultProperty().get().good()).isFalse();
            assertThat(test.resultProperty().get().remedy()).isNotBlank();
        });
    }

    @Test
    void connectionIsTestedAsTypedWithoutSavingIt() {
        Map<Setting, String> engines = TestSettings.fresh(home);
        TestContext test = TestContext.of(home, Environment.DEV, Map.of());
        SettingsViewModel model = new SettingsViewModel(test.context());
        for (Setting setting : List.of(Setting.DYNAMODB_ENDPOINT, Setting.COGNITO_ENDPOINT, Setting.USER_POOL_ID)) {
            model.field(setting).valueProperty().set(engines.get(setting));
        }
        for (Backend backend : List.of(Backend.DYNAMODB, Backend.COGNITO)) {
            ConnectionTester tester = model.tests().stream().filter(one -> one.backend() == backend).findFirst().orElseThrow();
            tester.run();
            assertThat(tester.resultProperty().get()).as(backend.title()).extracting(ConnectionTester.TestResult::good).isEqualTo(true);
        }
        model.field(Setting.DYNAMODB_ENDPOINT).valueProperty().set("http://127.0.0.1:9");
        ConnectionTester dynamo = model.tests().getFirst();
        assertThat(dynamo.resultProperty().get()).as("a result of other values is cleared").isNull();
        dynamo.run();
        assertThat(dynamo.resultProperty().get().good()).isFalse();
        assertThat(dynamo.resultProperty().get().text()).contains("127.0.0.1:9");
        model.field(Setting.POSTGRES_URL).valueProperty().set("postgresql://operator@127.0.0.1:9/cruddur");
        ConnectionTester postgres = model.tests().stream().filter(one -> one.backend() == Backend.POSTGRESQL).findFirst().orElseThrow();
        postgres.run();
        assertThat(postgres.resultProperty().get().text()).contains("127.0.0.1:9");
        assertThat(new Home(home).settingsFile()).as("nothing was saved").doesNotExist();
    }
}
