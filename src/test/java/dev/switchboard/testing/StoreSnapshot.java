package dev.switchboard.testing;

import dev.switchboard.local.PostgresEngine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;

/** What a write could have changed, as text to compare, and what tells a read from a write on its way. */
public final class StoreSnapshot {
    private static final String READ = "(Describe|List|Get|BatchGet|TransactGet|Query|Scan).*|(Batch)?ExecuteStatement SELECT";
    private static final List<String> QUERIES = List.of(
            "select u::text from users u order by 1",
            "select a::text from activities a order by 1",
            "select relname::text || ' ' || relkind::text || ' ' || relnatts::text from pg_class where relnamespace = 'public'::regnamespace order by 1");

    private StoreSnapshot() {}

    /** The operations that no reader sends. */
    public static List<String> writesAmong(List<String> operations) {
        return operations.stream().filter(operation -> !operation.matches(READ)).toList();
    }

    /** The database's users, activities and relations, the tables whose names begin with this one's, and this one's items. */
    public static String in(PostgresEngine postgres, String table) throws SQLException {
        StringBuilder content = new StringBuilder();
        try (Connection connection = TestEngines.connect(postgres, postgres.database());
                Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        content.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        var client = TestEngines.dynamoDbClient();
        client.listTablesPaginator().tableNames().stream().filter(name -> name.startsWith(table)).forEach(content::append);
        client.scan(request -> request.tableName(table)).items().stream().map(item -> new TreeMap<>(item).toString()).sorted()
                .forEach(content::append);
        return content.toString();
    }
}
