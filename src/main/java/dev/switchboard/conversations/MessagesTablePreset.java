package dev.switchboard.conversations;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import java.util.List;
import java.util.Map;

/** The definition of the messages table as the web application expects it. */
public final class MessagesTablePreset {
    /** The index of newer deployments, by which the web application finds both group items of a conversation. */
    private static final String GROUP_INDEX = "message-group-sk-index";

    private static final long CAPACITY = 5;

    private MessagesTablePreset() {}

    /**
     * What the web application expects of its table.
     *
     * @param index the index that newer deployments have
     */
    public record Shape(List<KeyAttribute> keys, IndexDefinition index) {
        public Shape {
            keys = List.copyOf(keys);
        }
    }

    /** Returns what the web application expects. */
    public static Shape shape() {
        TableDefinition definition = of("", true, false, false);
        return new Shape(definition.keys(), definition.indexes().getFirst());
    }

    /**
     * The definition of a messages table.
     *
     * @param withIndex whether it has the index that newer deployments use
     * @param withStream whether changes are written to a stream
     * @param onDemand whether it is billed by the request; otherwise it has 5 read and 5 write capacity units
     */
    public static TableDefinition of(String name, boolean withIndex, boolean withStream, boolean onDemand) {
        IndexDefinition index = IndexDefinition.global(
                GROUP_INDEX, KeyAttribute.hash(MessageItems.GROUP, "S"), KeyAttribute.range(MessageItems.SK, "S"));
        return new TableDefinition(
                name,
                List.of(KeyAttribute.hash(MessageItems.PK, "S"), KeyAttribute.range(MessageItems.SK, "S")),
                withIndex ? List.of(index) : List.of(),
                onDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
                onDemand ? 0 : CAPACITY,
                onDemand ? 0 : CAPACITY,
                withStream ? "NEW_IMAGE" : null,
                false,
                Map.of());
    }
}
