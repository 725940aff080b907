package dev.switchboard.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskerTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT 1", "UPDATE users SET handle = 'ada' WHERE uuid = 'x'", "INSERT INTO notes VALUES ('it''s plain')",
        "CREATE TABLE t (a text DEFAULT 'x')", "DO $$ BEGIN RAISE NOTICE 'hello'; END $$"})
    void aTextWithoutASecretStaysAsItIs(String sql) {
        assertThat(SecretMasker.sql(sql)).isEqualTo(sql);
    }

    @Test
    void namesAndSyntaxStayReadable() {
        assertThat(SecretMasker.sql("CREATE ROLE \"App\" LOGIN PASSWORD 'hunter2' VALID UNTIL '2030-01-01' -- note: hunter2"))
                .isEqualTo("CREATE ROLE \"App\" LOGIN PASSWORD '***' VALID UNTIL '***'");
        assertThat(SecretMasker.sql("ALTER ROLE app PASSWORD NULL")).isEqualTo("ALTER ROLE app PASSWORD NULL");
    }

    @Test
    void whatCannotBeUnderstoodIsReducedToItsFirstWord() {
        assertThat(SecretMasker.sql("create role a password 'hunter2")).isEqualTo("create …");
        assertThat(SecretMasker.sql("create role a password hunter2")).isEqualTo("create …");
        assertThat(SecretMasker.sql("create role a password 'x\\' hunter2'")).isEqualTo("create …");
        assertThat(SecretMasker.sql("postgresql://a:hunter2@h/db")).isEqualTo("postgresql …");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Cannot read postgresql://a:hunter2@h/db.", "postgres://a:hun@ter2hunter2@h", "x https://u:hunter2@h/p?x=1 y",
        "host=h password=hunter2 port=1", "host=h password = 'hun''ter2 hunter2' port=1", "…?user=a&password=hunter2&sslmode=x",
        "ERROR near CREATE ROLE a PASSWORD 'hunter2'", "alter user a encrypted password E'hunter2'", "PGPASSWORD=hunter2 psql",
        "sslpassword=hunter2", "aws_secret_access_key=hunter2"})
    void anyTextLosesThePasswordsThatItMarksAsSuch(String text) {
        assertThat(SecretMasker.text(text)).doesNotContain("hunter2").contains("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "postgresql://ada@db.example:5432/app?sslmode=require", "Wrong password: check it.", "http://127.0.0.1:8000 and ada@example.com",
        "The password is missing.", "The items of “a:b” are at http://h:1/x."})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(SecretMasker.text(text)).isEqualTo(text);
    }

    @Test
    void aMessageDoesNotRepeatWhatItsStatementHides() {
        String sql = "SELECT dblink_connect('hostaddr=1 hunter2')";
        assertThat(SecretMasker.message(sql, "missing \"=\" after \"hunter2\" in connection info string")).doesNotContain("hunter2");
        assertThat(SecretMasker.message("CREATE ROLE app PASSWORD hunter2", "syntax error at or near \"hunter2\""))
                .doesNotContain("hunter2");
        assertThat(SecretMasker.message("CREATE ROLE app PASSWORD 'hunter2'", "role \"app\" already exists"))
                .isEqualTo("role \"app\" already exists");
    }
}
