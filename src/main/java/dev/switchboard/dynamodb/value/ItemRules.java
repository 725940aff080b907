package dev.switchboard.dynamodb.value;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.ItemSize;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that DynamoDB has for the items of a table, checked before anything is sent. */
public final class ItemRules {
    /** The largest item in bytes, with the names of its attributes. */
    public static final int MOST_BYTES = 400 * 1024;

    private static final Messages TEXT = Messages.of(ItemRules.class);
    private static final int MOST_PARTITION_KEY = 2048;
    private static final int MOST_SORT_KEY = 1024;
    private static final int DEEPEST = 32;
    private final TableDetails table;

    private ItemRules(TableDetails table) {
        this.table = table;
    }

    /** The rules of a table with its indexes. */
    public static ItemRules of(TableDetails table) {
        return new ItemRules(table);
    }

    /** Returns what is wrong with an item, one sentence each; empty if DynamoDB stores it. */
    public List<String> problems(TypedValue.Members item) {
        List<String> problems = new ArrayList<>();
        for (KeyAttribute key : table.keys()) {
            key(key, item.values().get(key.name()), problems);
        }
        for (IndexDetails index : table.indexes()) {
            for (KeyAttribute key : index.keys()) {
                indexKey(index.name(), key, item.values().get(key.name()), problems);
            }
        }
        item.values().forEach((name, value) -> {
            if (name.isEmpty()) {
                problems.add(TEXT.get("rule.no-name"));
            }
            value(name, value, 1, problems);
        });
        if (problems.isEmpty()) {
            long bytes = ItemSize.of(TypedItems.item(item));
            if (bytes > MOST_BYTES) {
                problems.add(TEXT.get("rule.size", bytes, MOST_BYTES));
            }
        }
        return problems.stream().distinct().toList();
    }

    private static void key(KeyAttribute key, @Nullable TypedValue value, List<String> problems) {
        if (value == null) {
            problems.add(TEXT.get("rule.key-missing", key.name()));
        } else if (!value.type().name().equals(key.type())) {
            problems.add(TEXT.get("rule.key-type", key.name(), key.type(), value.type()));
        } else if (size(value) == 0) {
            problems.add(TEXT.get("rule.key-empty", key.name()));
        } else {
            int most = key.role().equals("HASH") ? MOST_PARTITION_KEY : MOST_SORT_KEY;
            if (size(value) > most) {
                problems.add(TEXT.get("rule.key-size", key.name(), size(value), most));
            }
        }
    }

    private static void indexKey(String index, KeyAttribute key, @Nullable TypedValue value, List<String> problems) {
        if (value != null && !value.type().name().equals(key.type())) {
            problems.add(TEXT.get("rule.index-type", key.name(), index, key.type(), value.type()));
        } else if (value != null && size(value) == 0) {
            problems.add(TEXT.get("rule.index-empty", key.name(), index));
        }
    }

    private static int size(TypedValue value) {
        return switch (value) {
            case TypedValue.Text(String text) -> text.getBytes(StandardCharsets.UTF_8).length;
            case TypedValue.Binary(ByteString bytes) -> bytes.size();
            default -> 1;
        };
    }

    private static void value(String path, TypedValue value, int depth, List<String> problems) {
        if (depth > DEEPEST) {
            problems.add(TEXT.get("rule.depth", Quote.of(path), DEEPEST));
            return;
        }
        switch (value) {
            case TypedValue.Text(String text) -> text(path, text, problems);
            case TypedValue.Digits(String digits) -> number(path, digits, problems);
            case TypedValue.TextSet(List<String> texts) -> {
                texts.forEach(text -> text(path, text, problems));
                set(path, List.copyOf(texts), problems);
            }
            case TypedValue.DigitsSet(List<String> digits) -> {
                digits.forEach(number -> number(path, number, problems));
                set(path, digits.stream().map(ItemRules::comparable).toList(), problems);
            }
            case TypedValue.BinarySet(List<ByteString> values) -> set(path, List.copyOf(values), problems);
            case TypedValue.Elements(List<TypedValue> values) -> {
                for (int i = 0; i < values.size(); i++) {
                    value(path + "[" + i + "]", values.get(i), depth + 1, problems);
                }
            }
            case TypedValue.Members(Map<String, TypedValue> values) ->
                values.forEach((name, member) -> value(path + "." + name, member, depth + 1, problems));
            case TypedValue.Binary _,TypedValue.Truth _, TypedValue.Nothing _ -> {}
        }
    }

    private static Object comparable(String digits) {
        return NumberRules.isValid(digits) ? new BigDecimal(digits).stripTrailingZeros() : digits;
    }

    private static void set(String path, List<?> elements, List<String> problems) {
        Set<Object> seen = new HashSet<>(elements);
        if (elements.isEmpty()) {
            problems.add(TEXT.get("rule.empty-set", Quote.of(path)));
        } else if (seen.size() < elements.size()) {
            problems.add(TEXT.get("rule.duplicate", Quote.of(path)));
        }
    }

    private static void number(String path, String digits, List<String> problems) {
        if (!NumberRules.isValid(digits)) {
            problems.add(TEXT.get("rule.number", Quote.of(path), Quote.of(digits)));
        }
    }

    /** An unpaired surrogate has no UTF-8 form and would be stored as a question mark. */
    private static void text(String path, String text, List<String> problems) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            problems.add(TEXT.get("rule.surrogate", Quote.of(path)));
        }
    }
}
