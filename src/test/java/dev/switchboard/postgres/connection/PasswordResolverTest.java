package dev.switchboard.postgres.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The password comes from the URL, PGPASSWORD, the password file or a prompt, in this order. */
class PasswordResolverTest {
    private static final PostgresUrl URL = PostgresUrl.parse("postgresql://ada@db.example.org:5432/cruddur");

    @TempDir
    private Path home;

    private static String password(PostgresUrl url) {
        return url.properties().getProperty("password");
    }

    private Path passwordFile(String name, String text, String permissions) throws IOException {
        Path file = Files.writeString(home.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void theFirstThatHasOneWins() throws IOException {
        Map<String, String> variable = Map.of("PGPASSWORD", "from-variable");
        passwordFile(".pgpass", "*:*:*:*:from-file\n", "rw-------");
        PostgresUrl withOne = URL.withPassword("from-url");
        assertThat(password(new PasswordResolver(variable, home, url -> "typed").fill(withOne))).isEqualTo("from-url");
        assertThat(password(new PasswordResolver(variable, home, url -> "typed").fill(URL))).isEqualTo("from-variable");
        assertThat(password(new PasswordResolver(Map.of(), home, url -> "typed").fill(URL))).isEqualTo("from-file");
        Files.delete(home.resolve(".pgpass"));
        assertThat(password(new PasswordResolver(Map.of(), home, url -> "typed").fill(URL))).isEqualTo("typed");
        assertThat(new PasswordResolver(Map.of(), home, null).fill(URL).hasPassword()).isFalse();
        assertThat(new PasswordResolver(Map.of(), home, url -> null).fill(URL).hasPassword()).isFalse();
    }

    @Test
    void anotherFileIsNamedByTheVariableOrTheUrl() throws IOException {
        passwordFile("one", "*:*:*:*:first", "rw-------");
        Path two = passwordFile("two", "*:*:*:*:second", "rw-------");
        PasswordResolver passwords = new PasswordResolver(Map.of("PGPASSFILE", home.resolve("one").toString()), home, null);
        assertThat(password(passwords.fill(URL))).isEqualTo("first");
        assertThat(password(passwords.fill(PostgresUrl.parse("postgresql://u@h/d?passfile=" + two)))).isEqualTo("second");
    }

    @Test
    void aLineThatIsNotUtf8DoesNotHideTheOthers() throws IOException {
        Path file = passwordFile(".pgpass", "", "rw-------");
        byte[] damaged = "other:*:*:*:caf\u00E9\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] good = "# ş\n*:*:*:*:şifre\n".getBytes(StandardCharsets.UTF_8);
        Files.write(file, damaged);
        Files.write(file, good, StandardOpenOption.APPEND);
        assertThat(password(new PasswordResolver(Map.of(), home, null).fill(URL))).isEqualTo("şifre");
    }

    @Test
    void aFileThatOthersMayReadIsIgnoredAsPsqlDoes() throws IOException {
        passwordFile(".pgpass", "*:*:*:*:open", "rw-r--r--");
        assertThat(new PasswordResolver(Map.of(), home, null).fill(URL).hasPassword()).isFalse();
    }

    @Test
    void aPasswordThatIsNotUtf8IsNamedWithItsLine() throws IOException {
        Path file = passwordFile(".pgpass", "", "rw-------");
        Files.write(file, "# one\n*:*:*:*:caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> new PasswordResolver(Map.of(), home, url -> "typed").fill(URL))
                .isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("line 2 of " + file)
                .hasMessageContaining("UTF-8")
                .hasMessageNotContaining("caf");
    }

    @Test
    void namesAreComparedAsBytes() throws IOException {
        passwordFile(".pgpass", "*:*:größe:şule:right\n", "rw-------");
        PostgresUrl url = PostgresUrl.parse("postgresql://%C5%9Fule@h/gr%C3%B6%C3%9Fe");
        assertThat(password(new PasswordResolver(Map.of(), home, null).fill(url))).isEqualTo("right");
    }

    @Test
    void anyFormOfTheFileIsRead() throws IOException {
        String longLine = "other:*:*:*:" + "x".repeat(100_000);
        for (String text : List.of("*:*:*:*:right", "*:*:*:*:right\r\n", "\uFEFF*:*:*:*:right\n", "\r\n#\r\n*:*:*:*:right\r\n",
                longLine + "\n*:*:*:*:right\n", "*:*:*:*:right:more:fields\n", "\0\0\n*:*:*:*:right\n")) {
            passwordFile(".pgpass", text, "rw-------");
            assertThat(password(new PasswordResolver(Map.of(), home, null).fill(URL))).as(text).isEqualTo("right");
        }
    }

    @Test
    void aFileThatIsNotUsedIsSaidWhereThePasswordIsMissing() throws IOException {
        Path file = passwordFile(".pgpass", "*:*:*:*:open", "rw-r-----");
        List<String> asked = new ArrayList<>();
        PostgresUrl filled = new PasswordResolver(Map.of(), home, url -> {
            asked.add(String.valueOf(url.passwordNote()));
            return null;
        }).fill(URL);
        assertThat(asked).singleElement().asString().contains(file.toString(), "chmod 600");
        SQLException refused = new SQLException("no password was provided", "08004");
        assertThat(PostgresFailureExplainer.failure(refused, filled)).hasMessageContaining("other users can read it");
        assertThat(filled.withDatabase("other").passwordNote()).isEqualTo(filled.passwordNote());
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(new PasswordResolver(Map.of(), home, null).fill(URL).passwordNote()).contains("not a regular file");
        Files.delete(file);
        assertThat(new PasswordResolver(Map.of(), home, null).fill(URL).passwordNote()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "db.example.org:5432:cruddur:ada:right | right",
        "*:*:*:*:a\\:b\\\\c | a:b\\c",
        "*:*:*:*:a:b | a",
        "other:*:*:*:wrong | -",
        "*:5433:*:*:wrong | -",
        "*:*:postgres:*:wrong | -",
        "*:*:*:bruno:wrong | -",
        "\\*:*:*:*:wrong | -",
        "# *:*:*:*:wrong | -",
        "*:*:*:short | -",
    })
    void aLineMatchesFieldByField(String line, String password) {
        assertThat(PasswordFile.parse(List.of(line)).find(URL).orElse(null)).isEqualTo(password);
    }

    @Test
    void theFirstLineThatMatchesWins() {
        assertThat(PasswordFile.parse(List.of("other:*:*:*:no", "", "*:*:*:ada:yes", "*:*:*:*:late")).find(URL)).contains("yes");
    }
}
