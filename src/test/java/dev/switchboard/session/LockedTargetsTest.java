package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of dev that name, by mistake, what prd has. */
class LockedTargetsTest {
    private static final String ACCOUNT = "123456789012";

    @TempDir
    Path folder;

    private Settings settings(String prd, Map<Setting, String> dev) throws Exception {
        Path file = folder.resolve("settings.json");
        Files.writeString(file, "{\"prd\": {" + prd.replace('\'', '"') + "}}");
        return Settings.resolve(Environment.DEV, dev, Map.of(), SettingsFile.read(file));
    }

    private static void check(Settings settings, ChangeTarget target, @Nullable PostgresUrl url, boolean refused) {
        LockedTargets targets = new LockedTargets(settings, () -> ACCOUNT);
        if (refused) {
            assertThatThrownBy(() -> targets.check(target, url)).isInstanceOf(OperationRefusedException.class).hasMessageContaining("prd");
        } else {
            assertThatCode(() -> targets.check(target, url)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "db.example:5432/app, db.example/app, true",
        "DB.Example.:5432/app, db.example/app, true",
        "localhost/app, 127.0.0.1:5432/app, true",
        "[::1]:5432/app, localhost/app, true",
        "'one.example:5432,two.example:5432/app', two.example/app, true",
        "db.example:5433/app, db.example/app, false",
        "db.example/app_dev, db.example/app, false",
        "other.example/app, db.example/app, false",
    })
    void databasesAreComparedByServerAndName(String dev, String prd, boolean same) throws Exception {
        PostgresUrl url = PostgresUrl.parse("postgresql://me@" + dev);
        check(settings("'postgresUrl': 'postgresql://other@" + prd + "?sslmode=disable'", Map.of()),
                ChangeTarget.database(url.target()), url, same);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {
        // endpoint of dev, its table, settings of prd, whether they are the same
        "https://dynamodb.eu-central-1.amazonaws.com, cruddur-messages, 'awsRegion': 'eu-central-1', true",
        "https://dynamodb.eu-central-1.amazonaws.com, other-table, 'awsRegion': 'eu-central-1', false",
        "https://dynamodb.eu-west-1.amazonaws.com, cruddur-messages, 'awsRegion': 'eu-central-1', false",
        "https://dynamodb.eu-central-1.api.aws, cruddur-messages, 'awsRegion': 'eu-central-1', true",
        "https://dynamodb.eu-central-1.amazonaws.com, cruddur-messages, 'expectedAccount': '123456789012', true",
        "https://dynamodb.eu-central-1.amazonaws.com, cruddur-messages, 'expectedAccount': '210987654321', false",
        "https://dynamodb.eu-central-1.amazonaws.com, t, 'messagesTable': 't', true",
        "http://127.0.0.1:8000, cruddur-messages, 'awsRegion': 'eu-central-1', false",
        "http://127.0.0.1:8000, cruddur-messages, 'dynamodbEndpoint': 'http://localhost:8000', true",
        "http://127.0.0.1:8001, cruddur-messages, 'dynamodbEndpoint': 'http://localhost:8000', false",
        "https://dynamodb.eu-central-1.amazonaws.com, cruddur-messages, 'dynamodbEndpoint': 'http://localhost:8000', false",
    })
    void tablesAreComparedByEndpointAccountRegionAndName(String endpoint, String table, String prd, boolean same) throws Exception {
        check(settings(prd, Map.of()), new ChangeTarget("DynamoDB", table, endpoint, null, null, null), null, same);
    }

    @Test
    void aSessionOfDevOnTheDatabaseOfPrdReadsAndDoesNotWrite() throws Exception {
        PostgresEngine engine = TestEngines.freshDatabase();
        String url = "postgresql://" + engine.user() + ":" + engine.password() + "@localhost:" + engine.port() + "/" + engine.database();
        String prd = "'postgresUrl': 'postgresql://" + engine.user() + "@127.0.0.1:" + engine.port() + "/" + engine.database() + "'";
        Settings settings = settings(prd, Map.of(Setting.POSTGRES_URL, url));
        try (Session session = new Session(new Home(folder), settings, InstantSource.system())) {
            assertThatCode(() -> session.databaseSetup().schemaPresent()).doesNotThrowAnyException();
            assertThatThrownBy(() -> session.databaseSetup().loadSchema(Progress.NONE)).isInstanceOf(OperationRefusedException.class);
            assertThatThrownBy(() -> session.sqlRunner().run("CREATE TABLE t (id int)", Progress.NONE))
                    .isInstanceOf(OperationRefusedException.class)
                    .hasMessageContaining("which is that of prd");
        }
    }
}
