package dev.switchboard.ui.items.entity;

import dev.switchboard.explorer.entity.EntityDefinition;

/**
 * An entity, and how many of the observed items are of it.
 *
 * @param entity the entity, whose name is unique in its model
 */
public record EntityCount(EntityDefinition entity, long count) {
    /** The name of the entity. */
    public String name() {
        return entity.name();
    }
}
