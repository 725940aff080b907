package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.TableDetails;

/** All that describes a table but its items: its definition, and the settings beside it. */
public record TableSpecification(TableDefinition definition, TableSettings settings) {
    /** Returns that of an existing table. */
    public static TableSpecification of(TableDetails table, TableSettings settings) {
        return new TableSpecification(TableDefinition.of(table), settings);
    }

    /** Returns the same for a table of another name. */
    public TableSpecification named(String name) {
        return new TableSpecification(definition.named(name), settings);
    }
}
