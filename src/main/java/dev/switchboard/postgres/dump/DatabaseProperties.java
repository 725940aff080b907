package dev.switchboard.postgres.dump;

import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.Transaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a database itself, which no dump of its contents holds.
 *
 * @param provider of the locale: c for libc, i for ICU, b for the builtin one
 * @param locale of ICU or the builtin provider; null for libc
 * @param rules of ICU; null for none
 * @param hasPublic whether the schema public exists
 * @param settings statements for comment, owner, privileges and settings
 */
public record DatabaseProperties(
        String encoding,
        String provider,
        String collate,
        String ctype,
        @Nullable String locale,
        @Nullable String rules,
        boolean hasPublic,
        @Nullable List<Setting> settings) {
    private static final Sql DATABASE = Sql.file("dump/database");
    private static final Sql SETTINGS = Sql.file("dump/database_settings");

    /**
     * A statement, without the name of the database, which may be restored under another one.
     *
     * @param before the text before the name
     * @param after the text after it
     */
    public record Setting(String before, String after) {
        String statement(String database) {
            return before + quoted(database) + after;
        }
    }

    static DatabaseProperties of(Transaction transaction) {
        Row row = transaction.query(DATABASE, Map.of()).getFirst();
        List<Setting> settings = transaction.query(SETTINGS, Map.of()).stream()
                .map(setting -> new Setting(setting.text("before"), setting.text("after")))
                .toList();
        return new DatabaseProperties(row.text("encoding"), row.text("provider"), row.text("collate"), row.text("ctype"),
                row.string("locale"), row.string("rules"), row.flag("has_public"), settings);
    }

    /** Returns the statement that creates an empty database with the same encoding and locale. */
    public String createStatement(String name) {
        StringBuilder sql = new StringBuilder(plainStatement(name)).append(" TEMPLATE template0 ENCODING ").append(literal(encoding));
        sql.append(" LC_COLLATE ").append(literal(collate)).append(" LC_CTYPE ").append(literal(ctype));
        if (locale != null && !provider.equals("c")) {
            boolean icu = provider.equals("i");
            sql.append(" LOCALE_PROVIDER ").append(icu ? "icu ICU_LOCALE " : "builtin BUILTIN_LOCALE ").append(literal(locale));
            if (icu && rules != null) {
                sql.append(" ICU_RULES ").append(literal(rules));
            }
        }
        return sql.toString();
    }

    /** Returns the statement that creates an empty database with the same encoding on the local engine, which may not have the locale. */
    public String portableStatement(String name) {
        String portable = encoding.equals("UTF8") ? " LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : " LOCALE_PROVIDER libc";
        return plainStatement(name) + " TEMPLATE template0 ENCODING " + literal(encoding) + " LOCALE 'C'" + portable;
    }

    /** Returns the statement that creates an empty database as the server does by default. */
    public static String plainStatement(String name) {
        return "CREATE DATABASE " + quoted(name);
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
