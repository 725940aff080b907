package dev.switchboard.dynamodb.expression;

import dev.switchboard.dynamodb.item.Item;
import java.util.Map;

/**
 * An expression as requests carry it: every name and value is a placeholder.
 *
 * @param text the expression, such as {@code #n0 = :v0}
 * @param names the names of the placeholders that begin with {@code #}
 * @param values the values of the placeholders that begin with {@code :}
 */
public record Expression(String text, Map<String, String> names, Item values) {}
