package dev.switchboard.transfer.mask;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.transfer.format.KeyTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Masks items: the same value has the same mask everywhere, so that items that belong together still do. Numbers, Booleans, times and UUIDs
 * that are not people's stay, and so do the keys unless they identify a person.
 */
public final class ItemMasker {
    private static final Pattern STRUCTURAL = Pattern.compile(
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
                    + "|\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?");
    /** The partition of the messages table that belongs to a user. */
    private static final String GROUPS = "GRP#";
    private final MaskMode mode;
    private final KeyTypes keys;
    private final TextMask texts;
    private final PersonMask people;

    public ItemMasker(MaskMode mode, MaskKey key, KeyTypes keys) {
        this.mode = mode;
        this.keys = keys;
        texts = new TextMask(key);
        people = new PersonMask(key);
    }

    /** Returns the masked item. */
    public Item mask(Item item) {
        return mode == MaskMode.NONE ? item : TypedItems.item(members(TypedItems.values(item), true));
    }

    private TypedValue.Members members(TypedValue.Members members, boolean top) {
        Map<String, TypedValue> masked = new LinkedHashMap<>();
        members.values().forEach((name, value) -> {
            boolean key = top && keys.types().containsKey(name);
            masked.put(name, value(name, value, key));
        });
        return new TypedValue.Members(masked);
    }

    private TypedValue value(String name, TypedValue value, boolean key) {
        return switch (value) {
            case TypedValue.Text(String text) -> new TypedValue.Text(text(name, text, key));
            case TypedValue.TextSet(List<String> all) -> set(name, all);
            case TypedValue.Elements(List<TypedValue> values) ->
                new TypedValue.Elements(values.stream().map(each -> value(name, each, false)).toList());
            case TypedValue.Members members -> members(members, false);
            case TypedValue.Digits(String digits) when !key && mode.masksPeople() && PersonMask.isPerson(name) ->
                new TypedValue.Digits(number(digits));
            case TypedValue.Binary(ByteString bytes) when !key && mode.masksTexts() -> new TypedValue.Binary(bytes(bytes));
            case TypedValue.BinarySet(List<ByteString> values) when mode.masksTexts() ->
                new TypedValue.BinarySet(new ArrayList<>(new LinkedHashSet<>(values.stream().map(this::bytes).toList())));
            default -> value;
        };
    }

    /** Masks that are equal would make the set invalid, so such an element is left out. */
    private TypedValue set(String name, List<String> all) {
        return new TypedValue.TextSet(new ArrayList<>(new LinkedHashSet<>(all.stream().map(text -> text(name, text, false)).toList())));
    }

    private String text(String name, String text, boolean key) {
        boolean person = PersonMask.isPerson(name);
        if (key) {
            return mode.masksPeople() ? key(text, person) : text;
        }
        if (person) {
            return mode.masksPeople() ? people.mask(text) : text;
        }
        if (STRUCTURAL.matcher(text).matches()) {
            return text;
        }
        return mode.masksTexts() ? texts.mask(text) : people.maskEmails(text);
    }

    private String key(String text, boolean person) {
        if (text.startsWith(GROUPS)) {
            return GROUPS + people.mask(text.substring(GROUPS.length()));
        }
        return person && text.indexOf('#') < 0 ? people.mask(text) : people.maskKey(text);
    }

    /** A number with the same number of digits, the first of which is not 0. */
    private String number(String digits) {
        String masked = texts.mask(digits.replaceAll("[eE].*", ""));
        return masked.replaceFirst("^(-?)0", "$11");
    }

    private ByteString bytes(ByteString bytes) {
        return ByteString.of(texts.mask(bytes.toByteArray(), bytes.hex()));
    }
}
