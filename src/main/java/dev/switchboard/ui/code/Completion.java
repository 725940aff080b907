package dev.switchboard.ui.code;

/**
 * A word that the editor offers.
 *
 * @param label what is compared with the typed text and shown
 * @param insert what is inserted, with quotes where the name needs them
 * @param owner the table of an index, an attribute or a column; empty for the others
 */
public record Completion(Kind kind, String label, String insert, String owner) {
    /** What a word is. */
    public enum Kind {
        TABLE,
        INDEX,
        COLUMN,
        KEYWORD
    }

    /** Offers a table. */
    public static Completion table(String name, String insert) {
        return new Completion(Kind.TABLE, name, insert, "");
    }

    /** Offers an index of a table. */
    public static Completion index(String table, String name, String insert) {
        return new Completion(Kind.INDEX, name, insert, table);
    }

    /** Offers a column or an attribute of a table. */
    public static Completion column(String table, String name, String insert) {
        return new Completion(Kind.COLUMN, name, insert, table);
    }
}
