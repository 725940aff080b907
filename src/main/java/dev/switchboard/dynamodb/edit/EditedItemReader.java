package dev.switchboard.dynamodb.edit;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemImageReader;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.text.Messages;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tables and whole items for those who edit them. Thread-safe; exceptions of the SDK are not wrapped. */
public final class EditedItemReader {
    private static final Messages TEXT = Messages.of(EditedItemReader.class);
    private final AwsClients clients;

    public EditedItemReader(AwsClients clients) {
        this.clients = clients;
    }

    /** Returns a table with its keys and indexes. */
    public TableDetails table(String name) {
        return TableReader.detailsOrFail(clients.dynamoDb(), name);
    }

    /** Returns the whole current items with the keys of these, by key. */
    public Map<Item, Item> read(String table, List<Item> items) {
        KeySchema keys = keys(table(table));
        Set<Item> wanted = new LinkedHashSet<>(items.stream().map(keys::of).toList());
        return new ItemImageReader(clients.dynamoDb(), table, keys).read(wanted);
    }

    /** The key of a table. */
    public static KeySchema keys(TableDetails table) {
        return new KeySchema(table.keys().stream().map(KeyAttribute::name).toList());
    }

    /** Returns why this is not a key of the table, one sentence; empty if it is. */
    public String keyProblem(String table, Item key) {
        TableDetails details = table(table);
        List<String> names = details.keys().stream().map(KeyAttribute::name).toList();
        boolean fits = key.names().equals(Set.copyOf(names))
                && details.keys().stream().allMatch(attribute -> key.type(attribute.name()).equals(attribute.type()));
        List<String> expected = details.keys().stream().map(attribute -> attribute.name() + " (" + attribute.type() + ")").toList();
        return fits ? "" : TEXT.get("key.other", table, String.join(", ", expected));
    }
}
