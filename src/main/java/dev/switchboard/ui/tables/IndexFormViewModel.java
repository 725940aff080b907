package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form for a secondary index. */
final class IndexFormViewModel {
    static final String GLOBAL = "global";
    static final String LOCAL = "local";
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty partition = new SimpleStringProperty("");
    private final StringProperty partitionType = new SimpleStringProperty("S");
    private final StringProperty sort = new SimpleStringProperty("");
    private final StringProperty sortType = new SimpleStringProperty("S");
    private final StringProperty kind = new SimpleStringProperty(GLOBAL);
    private final StringProperty projection = new SimpleStringProperty("ALL");
    private final StringProperty included = new SimpleStringProperty("");

    StringProperty nameProperty() {
        return name;
    }

    StringProperty partitionProperty() {
        return partition;
    }

    StringProperty partitionTypeProperty() {
        return partitionType;
    }

    /** The name of the sort key; blank for none. */
    StringProperty sortProperty() {
        return sort;
    }

    StringProperty sortTypeProperty() {
        return sortType;
    }

    /** {@link #GLOBAL} or {@link #LOCAL}; a local index shares the partition key of the table. */
    StringProperty kindProperty() {
        return kind;
    }

    /** {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}. */
    StringProperty projectionProperty() {
        return projection;
    }

    /** The attributes of an {@code INCLUDE} projection, with commas. */
    StringProperty includedProperty() {
        return included;
    }

    /** All fields, for adding listeners. */
    List<StringProperty> fields() {
        return List.of(name, partition, partitionType, sort, sortType, kind, projection, included);
    }

    boolean isLocal() {
        return kind.get().equals(LOCAL);
    }

    /** @param partitionKey the partition key of the table, which a local index shares */
    IndexDefinition definition(KeyAttribute partitionKey) {
        List<KeyAttribute> keys = isLocal()
                ? List.of(partitionKey, KeyAttribute.range(sort.get().strip(), sortType.get()))
                : keys(partition, partitionType, sort, sortType);
        List<String> attributes = projection.get().equals("INCLUDE")
                ? Arrays.stream(included.get().split(",")).map(String::strip).filter(attribute -> !attribute.isEmpty()).toList()
                : List.of();
        return new IndexDefinition(name.get().strip(), isLocal(), keys, projection.get(), attributes, 0, 0);
    }

    static List<KeyAttribute> keys(StringProperty partition, StringProperty partitionType, StringProperty sort, StringProperty sortType) {
        KeyAttribute hash = KeyAttribute.hash(partition.get().strip(), partitionType.get());
        return sort.get().isBlank() ? List.of(hash) : List.of(hash, KeyAttribute.range(sort.get().strip(), sortType.get()));
    }
}
