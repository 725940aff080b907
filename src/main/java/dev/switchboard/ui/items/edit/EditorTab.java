package dev.switchboard.ui.items.edit;

/** How an item is edited. */
enum EditorTab {
    FORM,
    DYNAMODB_JSON,
    PLAIN_JSON
}
