package dev.switchboard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private SettingsFile file() {
        return SettingsFile.read(folder.resolve("settings.json"));
    }

    @Test
    void theCommandLineWinsOverAVariableAndAVariableOverTheFile() {
        SettingsFile file = file();
        file.set(Environment.DEV, Setting.MESSAGES_TABLE, "of-the-file");
        Map<String, String> variables = Map.of("DDB_MESSAGE_TABLE", "of-a-variable");

        Settings all = Settings.resolve(Environment.DEV, Map.of(Setting.MESSAGES_TABLE, "given"), variables, file);
        assertThat(all.messagesTable()).isEqualTo("given");
        assertThat(all.origin(Setting.MESSAGES_TABLE)).isEqualTo(Origin.COMMAND_LINE);

        Settings two = Settings.resolve(Environment.DEV, Map.of(), variables, file);
        assertThat(two.messagesTable()).isEqualTo("of-a-variable");
        assertThat(two.origin(Setting.MESSAGES_TABLE)).isEqualTo(Origin.ENVIRONMENT_VARIABLE);

        Settings one = Settings.resolve(Environment.DEV, Map.of(), Map.of("DDB_MESSAGE_TABLE", " "), file);
        assertThat(one.messagesTable()).isEqualTo("of-the-file");
        assertThat(one.origin(Setting.MESSAGES_TABLE)).isEqualTo(Origin.SETTINGS_FILE);
    }

    @Test
    void aLocalEndpointFromTheEnvironmentNeverReachesPrd() {
        Map<String, String> variables = Map.of("AWS_ENDPOINT_URL", "http://localhost:8000", "CONNECTION_URL", "postgresql://a@b/c");
        Settings prd = Settings.resolve(Environment.PRD, Map.of(), variables, file());
        assertThat(prd.get(Setting.DYNAMODB_ENDPOINT)).isNull();
        assertThat(prd.get(Setting.POSTGRES_URL)).isNull();
        Settings dev = Settings.resolve(Environment.DEV, Map.of(), variables, file());
        assertThat(dev.get(Setting.DYNAMODB_ENDPOINT)).isEqualTo("http://localhost:8000");
        assertThat(dev.get(Setting.POSTGRES_URL)).isEqualTo("postgresql://a@b/c");
    }

    @Test
    void variablesThatOnlyOtherProgramsFollowAreNamedUnlessTheEndpointIsSet() {
        Map<String, String> variables = Map.of(
                "AWS_ENDPOINT_URL", "http://localhost:8000", "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:8001",
                "AWS_COGNITO_ENDPOINT_URL", "http://localhost:9229", "AWS_ENDPOINT_URL_S3", "http://localhost:9000");
        Settings prd = Settings.resolve(Environment.PRD, Map.of(), variables, file());
        assertThat(prd.ignoredVariables()).containsExactly("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_COGNITO_ENDPOINT_URL");
        assertThat(prd.get(Setting.COGNITO_ENDPOINT)).isNull();
        Settings named = Settings.resolve(
                Environment.PRD, Map.of(Setting.DYNAMODB_ENDPOINT, "http://localhost:1"), variables, file());
        assertThat(named.ignoredVariables()).containsExactly("AWS_COGNITO_ENDPOINT_URL");
        Settings dev = Settings.resolve(Environment.DEV, Map.of(), Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:8001"), file());
        assertThat(dev.ignoredVariables()).containsExactly("AWS_ENDPOINT_URL_DYNAMODB");
    }

    @Test
    void prdWithoutSettingsNamesWhatIsMissingAndDevNeedsNothing() {
        assertThat(Settings.resolve(Environment.PRD, Map.of(), Map.of(), file()).missing())
                .containsExactly(Setting.AWS_REGION, Setting.POSTGRES_URL, Setting.USER_POOL_ID);
        assertThat(Settings.resolve(Environment.DEV, Map.of(), Map.of(), file()).missing()).isEmpty();
    }

    @Test
    void theFileKeepsWhatItDoesNotKnowAndTheEnvironmentsApart() throws Exception {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\"later\": {\"colour\": 3}, \"prd\": {\"awsRegion\": \"eu-central-1\"}}");
        SettingsFile file = SettingsFile.read(path);
        file.set(Environment.DEV, Setting.AWS_REGION, "eu-west-1");
        file.setWindow("screen", "tables");
        file.save();
        SettingsFile again = SettingsFile.read(path);
        assertThat(again.get(Environment.PRD, Setting.AWS_REGION)).isEqualTo("eu-central-1");
        assertThat(again.get(Environment.DEV, Setting.AWS_REGION)).isEqualTo("eu-west-1");
        assertThat(again.window("screen")).isEqualTo("tables");
        assertThat(Files.readString(path)).contains("\"colour\" : 3");
    }

    @Test
    void twoConsolesOfOneHomeKeepEachOthersChanges() {
        Path path = folder.resolve("settings.json");
        SettingsFile one = SettingsFile.read(path);
        SettingsFile other = SettingsFile.read(path);
        one.set(Environment.PRD, Setting.AWS_REGION, "eu-central-1");
        one.save();
        other.setWindow("screen", "tables");
        other.save();
        one.setWindow("width", "1100");
        one.save();
        SettingsFile again = SettingsFile.read(path);
        assertThat(again.get(Environment.PRD, Setting.AWS_REGION)).isEqualTo("eu-central-1");
        assertThat(again.window("screen")).isEqualTo("tables");
        assertThat(again.window("width")).isEqualTo("1100");
        assertThat(one.window("screen")).as("what the other wrote is known after a save").isEqualTo("tables");
    }

    @Test
    void aFileThatWasBrokenMeanwhileIsNotWrittenOver() throws Exception {
        Path path = folder.resolve("settings.json");
        SettingsFile file = SettingsFile.read(path);
        Files.writeString(path, "{ broken by hand");
        file.setWindow("screen", "tables");
        assertThatThrownBy(file::save).isInstanceOf(InvalidInputException.class);
        assertThat(Files.readString(path)).isEqualTo("{ broken by hand");
    }

    @Test
    void aMalformedFileIsNamedWithItsLineAndLeftAsItIs() throws Exception {
        Path path = folder.resolve("settings.json");
        Files.writeString(path, "{\n\"dev\": {\n oops }}");
        assertThatThrownBy(() -> SettingsFile.read(path))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> assertThat(e.sentence()).contains("line 3"));
        assertThat(Files.readString(path)).contains("oops");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInWords() throws Exception {
        Path blocked = Files.writeString(folder.resolve("a-file"), "");
        SettingsFile file = SettingsFile.read(blocked.resolve("settings.json"));
        assertThatThrownBy(file::save).isInstanceOf(OperationFailedException.class).hasMessageContaining("cannot be written");
    }

    @Test
    void aUserWithoutAHomeFolderIsToldToNameOne() {
        Path none = Path.of("?"); // what Java says of a user without an entry in the password file
        for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
            assertThatThrownBy(() -> Home.of(Map.of(), system, none)).isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("Set SWITCHBOARD_HOME");
            assertThat(Home.of(Map.of("SWITCHBOARD_HOME", "/data/sb"), system, none).root()).isEqualTo(Path.of("/data/sb"));
        }
        assertThat(Home.of(Map.of("XDG_DATA_HOME", "/x"), "Linux", none).root()).isEqualTo(Path.of("/x/switchboard"));
    }

    @Test
    void theHomeIsThePlatformsOwnUnlessNamed() {
        Path user = Path.of("/home/ada");
        assertThat(Home.of(Map.of("SWITCHBOARD_HOME", "/data/sb"), "Linux", user).root()).isEqualTo(Path.of("/data/sb"));
        assertThat(Home.of(Map.of(), "Linux", user).root()).isEqualTo(Path.of("/home/ada/.local/share/switchboard"));
        assertThat(Home.of(Map.of("XDG_DATA_HOME", "/x"), "Linux", user).root()).isEqualTo(Path.of("/x/switchboard"));
        assertThat(Home.of(Map.of(), "Mac OS X", user).root()).isEqualTo(user.resolve("Library/Application Support/Switchboard"));
        assertThat(Home.of(Map.of(), "Windows 11", user).root()).isEqualTo(user.resolve("AppData/Local/Switchboard"));
    }
}
