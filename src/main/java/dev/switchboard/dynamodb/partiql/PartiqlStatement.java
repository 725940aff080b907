package dev.switchboard.dynamodb.partiql;

/**
 * One statement of a text.
 *
 * @param text as it is sent: without comments, and without the semicolon
 * @param start the offset of its first token in the text, in UTF-16 units
 * @param end the offset after its last token
 * @param line the line of its first token, from 1
 */
public record PartiqlStatement(String text, int start, int end, int line, StatementKind kind) {
    /** The maximum number of characters that DynamoDB accepts. */
    public static final int MOST_CHARACTERS = 8_192;
}
