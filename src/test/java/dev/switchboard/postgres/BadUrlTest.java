package dev.switchboard.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.BadInput;
import dev.switchboard.testing.Fuzz;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadUrlTest {
    private static final String SECRET = "Zx9Secret";

    @Test
    void spoiltConnectionUrlsAreRefusedOrReadAndNeverShowThePassword() throws IOException {
        String good = "postgresql://ada:" + SECRET + "@db.example.org:6543,[::1]:5432/cruddur?sslmode=verify-full&connect_timeout=7";
        Fuzz fuzz = new Fuzz("connection URL", input -> {
            try {
                PostgresUrl url = PostgresUrl.parse(new String(input, UTF_8)).verifiedByDefault();
                assertThat(url.properties()).isNotEmpty();
                assertThat(url.toJdbc()).startsWith("jdbc:postgresql://");
            } catch (BadInput e) {
                assertThat(e.getMessage()).doesNotContain(SECRET);
                throw e;
            }
        });
        assertThat(fuzz.spoil(good.getBytes(UTF_8), 800).report()).isGreaterThan(4000);
    }

    @Test
    void spoiltPasswordFiles() throws IOException {
        PostgresUrl url = PostgresUrl.parse("postgresql://ada@db.example.org/cruddur");
        Fuzz fuzz = new Fuzz("password file", input ->
                assertThat(PasswordFile.parse(List.of(new String(input, UTF_8).split("\n"))).find(url)).isNotNull());
        byte[] good = "# mine\n*:*:cruddur:ada:pass\\:word\ndb.example.org:5432:*:*:x\n".getBytes(UTF_8);
        assertThat(fuzz.spoil(good, 400).report()).isGreaterThan(2000);
    }

    @Test
    void spoiltScripts() throws IOException {
        byte[] good = "select 'it''s', $a$;$a$, \"q\" /* c /* d */ */ -- e\n; insert into t values (E'\\'');".getBytes(UTF_8);
        Fuzz fuzz = new Fuzz("SQL script", input -> assertThat(SqlScript.statements(new String(input, UTF_8))).isNotNull());
        assertThat(fuzz.spoil(good, 400).report()).isGreaterThan(2000);
    }
}
