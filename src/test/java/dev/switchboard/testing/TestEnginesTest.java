package dev.switchboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.local.PostgresEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestEnginesTest {
    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void everyDynamoDbAnswers(NamedEngine engine) {
        assertThat(TestEngines.dynamoDbClient(engine.endpoint()).listTables().tableNames()).isNotNull();
    }

    @Test
    void everyDatabaseIsItsOwn() throws Exception {
        PostgresEngine one = TestEngines.freshDatabase();
        PostgresEngine two = TestEngines.freshDatabase();
        assertThat(one.database()).isNotEqualTo(two.database());
        try (Connection connection = TestEngines.connect(one, one.database());
                ResultSet rows = connection.createStatement().executeQuery("select current_database()")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo(one.database());
        }
    }
}
