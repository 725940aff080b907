package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.sql.Sql;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions are listed and ended. */
class DatabaseSessionsTest {
    private final PostgresFixture dev = PostgresFixture.dev();
    private final DatabaseSessions sessions = new DatabaseSessions(dev.database);

    @AfterEach
    void close() {
        dev.close();
    }

    @Test
    void aSessionIsListedWithWhatItDoesAndCanBeEnded() {
        PostgresUrl named = PostgresUrl.parse(dev.url.withoutPassword() + "?application_name=night%20shift")
                .withPassword(dev.url.properties().getProperty("password"));
        try (PostgresFixture other = PostgresFixture.prd(named)) {
            other.database.query(new Sql("x", "SELECT 1,\n   2"), Map.of());
            DatabaseSession found = sessions.list().stream()
                    .filter(session -> session.application().equals("night shift"))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.own()).isFalse();
            assertThat(found.user()).isEqualTo(dev.url.user());
            assertThat(found.client()).isEqualTo("127.0.0.1");
            assertThat(found.state()).startsWith("idle");
            assertThat(found.since()).isNotNull();
            assertThat(found.query()).doesNotContain("\n");
            assertThatThrownBy(() -> new DatabaseSessions(other.database).end(found.pid())).isInstanceOf(OperationRefusedException.class);
            assertThat(sessions.end(found.pid())).isTrue();
        }
        assertThat(sessions.list()).anyMatch(DatabaseSession::own);
    }

    @Test
    void aSessionThatIsGoneIsNoError() {
        assertThat(sessions.end(1)).isFalse();
    }
}
