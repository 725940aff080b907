package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The form for a global secondary index. */
final class IndexFormViewModel {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty partition = new SimpleStringProperty("");
    private final StringProperty partitionType = new SimpleStringProperty("S");
    private final StringProperty sort = new SimpleStringProperty("");
    private final StringProperty sortType = new SimpleStringProperty("S");

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

    /** All fields, for adding listeners. */
    List<StringProperty> fields() {
        return List.of(name, partition, partitionType, sort, sortType);
    }

    IndexDefinition definition() {
        return IndexDefinition.global(name.get().strip(), keys(partition, partitionType, sort, sortType).toArray(KeyAttribute[]::new));
    }

    static List<KeyAttribute> keys(StringProperty partition, StringProperty partitionType, StringProperty sort, StringProperty sortType) {
        KeyAttribute hash = KeyAttribute.hash(partition.get().strip(), partitionType.get());
        return sort.get().isBlank() ? List.of(hash) : List.of(hash, KeyAttribute.range(sort.get().strip(), sortType.get()));
    }
}
