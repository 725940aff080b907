package dev.switchboard.transfer.format;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.ByteString;
import dev.switchboard.dynamodb.value.PlainJson;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one JSON object a line: an item in DynamoDB JSON, with or without {@code {"Item":…}} around it, or in plain JSON. */
final class JsonLineParser implements RecordParser {
    private static final Messages TEXT = Messages.of(JsonLineParser.class);
    private static final Pattern WRAPPER = Pattern.compile("\\{\\s*\"Item\"\\s*:\\s*(?=\\{)");
    private static final Pattern INCREMENTAL = Pattern.compile("\\{\\s*\"Metadata\"\\s*:.*\"Keys\"\\s*:.*", Pattern.DOTALL);
    private final Reader in;
    private final String prefix;
    private final TransferFormat format;
    private final TypedValue.@Nullable Members binaryKeys;
    private final KeyTypes keys;
    private final char[] buffer = new char[1 << 14];
    private int next;
    private int end;
    private long line;

    JsonLineParser(Reader in, String prefix, TransferFormat format, KeyTypes keys) {
        this.in = in;
        this.prefix = prefix;
        this.format = format;
        this.keys = keys;
        Map<String, TypedValue> binary = new LinkedHashMap<>();
        keys.types().forEach((name, type) -> {
            if (type.equals("B")) {
                binary.put(name, new TypedValue.Binary(ByteString.of(new byte[] {0})));
            }
        });
        binaryKeys = binary.isEmpty() ? null : new TypedValue.Members(binary);
    }

    @Override
    public @Nullable TransferRecord next(long number) throws IOException {
        while (true) {
            @Nullable String text = line();
            if (text == null) {
                return null;
            }
            if (text.length() >= TransferReader.LONGEST) {
                return new TransferRecord(number, place(), text.substring(0, 100), null, TEXT.get("read.too-long"));
            }
            if (!text.isBlank()) {
                try {
                    return new TransferRecord(number, place(), text, parse(text), null);
                } catch (InvalidInputException e) {
                    return new TransferRecord(number, place(), text, null, e.sentence());
                }
            }
        }
    }

    private String place() {
        return prefix + TEXT.get("read.line", line);
    }

    private Item parse(String text) {
        if (format == TransferFormat.JSON) {
            return TypedItems.item(PlainJson.parse(text, binaryKeys));
        }
        @Nullable String wrapped = wrapped(text.strip());
        if (wrapped != null && !isItemNamedItem(text)) {
            return Item.ofJson(wrapped);
        }
        if (INCREMENTAL.matcher(text).matches()) {
            throw new InvalidInputException("export_incremental", TEXT.get("read.incremental"), TEXT.get("read.incremental.remedy"));
        }
        return Item.ofJson(text);
    }

    /** Returns what is in the wrapper of an item; null if there is none. */
    private static @Nullable String wrapped(String text) {
        Matcher wrapper = WRAPPER.matcher(text);
        if (!wrapper.lookingAt() || !text.endsWith("}")) {
            return null;
        }
        String inner = text.substring(wrapper.end(), text.length() - 1).stripTrailing();
        return inner.endsWith("}") ? inner : null;
    }

    /** An item without a wrapper can have an attribute of this name, but then it also has its keys beside it. */
    private boolean isItemNamedItem(String text) {
        if (!keys.table().contains("Item")) {
            return false;
        }
        try {
            return Item.ofJson(text).names().containsAll(keys.table());
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** Returns the next line, of a line that is too long only the beginning; null at the end. */
    private @Nullable String line() throws IOException {
        if (!fill()) {
            return null;
        }
        line++;
        StringBuilder text = new StringBuilder();
        while (fill()) {
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            text.append(buffer, from, Math.min(next - from, TransferReader.LONGEST - text.length()));
            if (next < end) {
                next++;
                break;
            }
        }
        return text.toString();
    }

    /** Returns false at the end. */
    private boolean fill() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(buffer));
        }
        return next < end;
    }
}
