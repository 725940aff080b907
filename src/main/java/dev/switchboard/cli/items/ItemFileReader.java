package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.BlockingInput;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import dev.switchboard.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads items in DynamoDB JSON from a file or from standard input: one item in any layout, or one item a line. */
final class ItemFileReader {
    private static final Messages TEXT = Messages.of(ItemFileReader.class);
    private static final int LARGEST = 64_000_000;
    private final Invocation invocation;

    ItemFileReader(Invocation invocation) {
        this.invocation = invocation;
    }

    /**
     * Returns the items.
     *
     * @param file a file name, or {@code -} for standard input
     * @throws InvalidInputException if it cannot be read, or an item is not valid, with its place
     */
    List<Item> read(String file) {
        try {
            byte[] bytes = BlockingInput.read(() -> file.equals("-") ? beginning(invocation.context().in()) : beginning(Path.of(file)));
            if (bytes.length > LARGEST) {
                throw new InvalidInputException(
                        "items_too_large", TEXT.get("put.too-large", name(file), LARGEST / 1_000_000), TEXT.get("put.too-large.remedy"));
            }
            return items(Utf8.decode(bytes));
        } catch (Utf8.InvalidUtf8Exception e) {
            throw new InvalidInputException(
                    "items_not_utf8", TEXT.get("put.not-utf8", name(file), String.valueOf(e.line())), TEXT.get("put.not-utf8.remedy"), e);
        } catch (InvalidPathException | IOException e) {
            throw file.equals("-")
                    ? new InvalidInputException("input_unreadable", TEXT.get("input.unreadable"), TEXT.get("input.unreadable.remedy"), e)
                    : new InvalidInputException(
                            "file_unreadable", TEXT.get("file.unreadable", name(file)), TEXT.get("file.unreadable.remedy"), e);
        }
    }

    private static List<Item> items(String text) {
        List<String> lines = text.lines().toList();
        List<Item> items = new ArrayList<>();
        if (lines.stream().filter(line -> !line.isBlank()).limit(2).count() < 2 || !isItem(lines)) {
            items.add(Item.ofJson(text));
            return items;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                items.add(item(lines.get(i), i + 1));
            }
        }
        return items;
    }

    /** Whether the first line with anything on it is an item by itself, so that each line is one. */
    private static boolean isItem(List<String> lines) {
        String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        return first.startsWith("{") && first.endsWith("}");
    }

    private static Item item(String line, int number) {
        try {
            return Item.ofJson(line);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(e.code(), TEXT.get("put.line", String.valueOf(number), e.sentence()), e.remedy(), e);
        }
    }

    /** The file as it is named in a message; a URL given by mistake may contain a password. */
    private static String name(String file) {
        return file.contains("://") ? Quote.ofAddress(file) : file;
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = RegularFiles.open(file)) {
            return beginning(in);
        }
    }

    private static byte[] beginning(InputStream in) throws IOException {
        return in.readNBytes(LARGEST + 1);
    }
}
