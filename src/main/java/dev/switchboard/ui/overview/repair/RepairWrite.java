package dev.switchboard.ui.overview.repair;

import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.value.PlainJson;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.journal.Change;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One write of a repair.
 *
 * @param change the item or row before and after
 */
record RepairWrite(Finding finding, Change change) {
    /** What a write does. */
    enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }

    Kind kind() {
        return change.before() == null ? Kind.CREATED : change.after() == null ? Kind.DELETED : Kind.CHANGED;
    }

    /** The key of the item or row on one line. */
    String key() {
        Item key = TypedItems.item(values(change.key()));
        return key.names().stream().map(key::display).collect(Collectors.joining(" · "));
    }

    /** The attributes or columns that differ. */
    List<AttributeChange> attributes() {
        return AttributeChange.between(image(change.before()), image(change.after()));
    }

    private TypedValue.@Nullable Members image(@Nullable String json) {
        return json == null ? null : values(json);
    }

    /** Items are in DynamoDB JSON, and rows in plain JSON. */
    private TypedValue.Members values(String json) {
        return finding.check().readsItems() ? TypedItems.values(Item.ofJson(json)) : PlainJson.parse(json, null);
    }
}
