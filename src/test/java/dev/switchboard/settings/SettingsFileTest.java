package dev.switchboard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.Failure;
import dev.switchboard.failure.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A settings file that is not understood opens nothing, because the setting that is passed over could be the expected account. */
class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("settings.json");
    }

    private void rejected(String content, String... words) throws Exception {
        Files.writeString(file, content);
        assertThatThrownBy(() -> SettingsFile.read(file)).as(content).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(file.toString()).hasMessageContainingAll(words);
        assertThat(file).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"123456789012\"]", "{\"id\": \"123456789012\"}", "123456789012", "true", "[]", "1.5"})
    void aSettingThatIsNotTextIsAnError(String value) throws Exception {
        for (Environment environment : Environment.values()) {
            for (Setting setting : Setting.values()) {
                rejected("{\"" + environment.code() + "\": {\"" + setting.key() + "\": " + value + "}}",
                        environment.code() + "." + setting.key());
            }
        }
        rejected("{\"window\": {\"screen\": " + value + "}}", "window.screen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"expectedAccount\": \"1\"}]", "\"text\"", "1", "true", "null"})
    void anEnvironmentThatIsNotAnObjectIsAnError(String value) throws Exception {
        rejected("{\"prd\": " + value + "}", "prd");
        rejected("{\"window\": " + value + "}", "window");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"prd\": {\"expectedaccount\": \"1\"}}|prd.expectedaccount",
        "{\"prd\": {\"expected-account\": \"1\"}}|prd.expected-account",
        "{\"prd\": {\"account\": \"1\"}}|prd.account",
        "{\"prd\": {\"expectedAccount \": \"1\"}}|prd.expectedAccount ",
        "{\"production\": {\"expectedAccount\": \"1\"}}|production",
        "{\"PRD\": {\"expectedAccount\": \"1\"}}|PRD",
        "{\"Prd\": {}}|Prd",
        "{\"environments\": {\"prd\": {\"expectedAccount\": \"1\"}}}|environments",
        "{\"expectedAccount\": \"1\"}|expectedAccount",
        "{\"prd\": {\"expectedAccount\": \"1\", \"expectedAccount\": \"2\"}}|expectedAccount",
        "{\"prd\": {\"expectedAccount\": \"1\"}, \"prd\": {}}|prd"
    })
    void aNameThatIsNotKnownOrTwiceIsAnError(String content, String named) throws Exception {
        rejected(content, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "null", "[]", "\"\"", "1", "{", "{}{}", "{\"prd\": {},}", "\uFEFF", "// x\n{}"})
    void whatIsNotOneObjectIsAnError(String content) throws Exception {
        rejected(content, "line");
    }

    @Test
    void invalidUtf8AndOtherEncodingsAreErrors() throws Exception {
        String good = "{\"prd\": {\"expectedAccount\": \"123456789012\"}}";
        byte[] bad = good.getBytes(StandardCharsets.UTF_8);
        bad[30] = (byte) 0xC0;
        for (byte[] content : new byte[][] {bad, good.getBytes(StandardCharsets.UTF_16), good.getBytes(StandardCharsets.UTF_16LE)}) {
            Files.write(file, content);
            assertThatThrownBy(() -> SettingsFile.read(file)).isInstanceOf(InvalidInputException.class).hasMessageContaining("line 1");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws Exception {
        Files.writeString(file, "\uFEFF{\"prd\": {\"expectedAccount\": \"123456789012\"}}");

        assertThat(SettingsFile.read(file).get(Environment.PRD, Setting.EXPECTED_ACCOUNT)).isEqualTo("123456789012");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDanglingLinkIsNotAMissingFile() throws Exception {
        Files.createSymbolicLink(file, folder.resolve("unmounted/settings.json"));
        SettingsFile before = SettingsFile.read(folder.resolve("other.json"));
        assertThat(before.window("screen")).as("a missing file is normal").isNull();

        assertThatThrownBy(() -> SettingsFile.read(file)).isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll(file.toString(), "does not exist");

        Path home = Files.createSymbolicLink(folder.resolve("home"), folder.resolve("unmounted/home"));
        for (Path below : new Path[] {home.resolve("settings.json"), home.resolve("deeper/settings.json")}) {
            assertThatThrownBy(() -> SettingsFile.read(below)).isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(home.toString());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatBecomesDanglingIsNotReplacedBySaving() throws Exception {
        SettingsFile settings = SettingsFile.read(file);
        Files.createSymbolicLink(file, folder.resolve("unmounted/settings.json"));
        settings.setWindow("screen", "tables");

        assertThatThrownBy(settings::save).isInstanceOf(InvalidInputException.class);
        assertThat(Files.isSymbolicLink(file)).isTrue();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void savingReplacesALinkAndNotItsTarget() throws Exception {
        Path target = Files.writeString(folder.resolve("target.json"), "{\"window\": {\"screen\": \"users\"}}");
        Files.createSymbolicLink(file, target);
        SettingsFile settings = SettingsFile.read(file);
        settings.setWindow("screen", "tables");
        settings.save();

        assertThat(target).hasContent("{\"window\": {\"screen\": \"users\"}}");
        assertThat(SettingsFile.read(file).window("screen")).isEqualTo("tables");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aFolderIsNotASettingsFile() throws Exception {
        Files.createDirectory(file);

        assertThatThrownBy(() -> SettingsFile.read(file)).isInstanceOf(Failure.class).hasMessageContainingAll(file.toString(),
                "is a folder");
    }

    @Test
    void anEmptyOrAbsentSettingIsNotSet() throws Exception {
        Files.writeString(file,
                "{\"prd\": {\"expectedAccount\": null, \"awsRegion\": \" \"}, \"dev\": {}, \"window\": {}, \"version\": \"1\"}");

        assertThat(SettingsFile.read(file).get(Environment.PRD, Setting.EXPECTED_ACCOUNT)).isNull();
        assertThat(SettingsFile.read(file).get(Environment.PRD, Setting.AWS_REGION)).isNull();
    }
}
