package dev.switchboard.explorer.edit;

/** What a staged edit does. */
public enum StagedKind {
    CREATE,
    CHANGE,
    /** Changes the key, which deletes the item and creates another. */
    MOVE,
    DELETE
}
