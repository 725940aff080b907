package dev.switchboard.ui.code;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A language of statements. Both quote strings with ' and names with ", and comment with -- and slash and asterisk. */
public enum CodeLanguage {
    /** PostgreSQL, which also has dollar quotes, escapes in E'…', and comments inside of comments. */
    POSTGRESQL("""
            ADD ALL ALTER ANALYZE AND ANY ARRAY AS ASC BEGIN BETWEEN BY CASCADE CASE CAST CHECK COLUMN COMMIT CONSTRAINT COPY CREATE CROSS
            CURRENT_DATE CURRENT_TIMESTAMP DATABASE DEFAULT DELETE DESC DISTINCT DO DROP ELSE END EXCEPT EXISTS EXPLAIN FALSE FETCH FILTER
            FIRST FOR FOREIGN FROM FULL FUNCTION GRANT GROUP HAVING ILIKE IN INDEX INNER INSERT INTERSECT INTERVAL INTO IS JOIN KEY LAST LATERAL
            LEFT LIKE LIMIT MATERIALIZED NATURAL NOT NULL NULLS OFFSET ON OR ORDER OUTER OVER PARTITION PRIMARY REFERENCES RETURNING REVOKE RIGHT
            ROLLBACK SCHEMA SELECT SEQUENCE SET SHOW TABLE THEN TO TRIGGER TRUE TRUNCATE UNION UNIQUE UPDATE USING VALUES VIEW WHEN WHERE
            WINDOW WITH"""),
    /** PartiQL as DynamoDB has it. */
    PARTIQL("""
            ALL AND ASC BETWEEN BY DELETE DESC EXISTS FALSE FROM IN INSERT INTO IS MISSING MODIFIED NEW NOT NULL OLD OR ORDER REMOVE
            RETURNING SELECT SET TRUE UPDATE VALUE WHERE attribute_type begins_with contains list_append set_add set_delete size""");

    private static final Map<CodeLanguage, Set<String>> UPPER = new EnumMap<>(CodeLanguage.class);

    static {
        for (CodeLanguage language : values()) {
            UPPER.put(language, language.keywords().stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()));
        }
    }

    private final String words;

    CodeLanguage(String words) {
        this.words = words;
    }

    /** The keywords and functions as they are usually written. */
    List<String> keywords() {
        return List.of(words.split("\\s+"));
    }

    boolean isKeyword(String word) {
        return UPPER.getOrDefault(this, Set.of()).contains(word.toUpperCase(Locale.ROOT));
    }

    boolean hasDollarQuotes() {
        return this == POSTGRESQL;
    }
}
