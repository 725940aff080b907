package dev.switchboard.ui.items.live;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.stream.StreamEvent;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.explorer.edit.AttributeChange;
import dev.switchboard.text.Messages;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts changes into words. */
final class LiveEvents {
    private static final Messages TEXT = Messages.of(LiveEvents.class);
    private static final int MOST_NAMES = 8;

    private LiveEvents() {}

    static String kind(StreamEvent event) {
        return TEXT.get("kind." + event.kind().name().toLowerCase(Locale.ROOT));
    }

    /** @param names the key attributes in the order of the table */
    static String key(StreamEvent event, List<String> names) {
        Collection<String> all = event.keys().names().containsAll(names) && !names.isEmpty() ? names : event.keys().names();
        return all.stream().map(event.keys()::display).collect(Collectors.joining(" · "));
    }

    /** The attributes that differ between the images; none where the stream has no images. */
    static List<AttributeChange> changes(StreamEvent event) {
        @Nullable Item before = event.before();
        @Nullable Item after = event.after();
        return AttributeChange.between(before == null ? null : TypedItems.values(before), after == null ? null : TypedItems.values(after));
    }

    /** The names of the attributes that a modification changed; of a new or deleted item, how many it has. */
    static String changed(StreamEvent event) {
        @Nullable Item before = event.before();
        @Nullable Item after = event.after();
        if (before == null && after == null) {
            return TEXT.get("changed.unknown");
        }
        if (event.kind() != StreamEvent.Kind.MODIFY || before == null || after == null) {
            return TEXT.get("changed.whole", Objects.requireNonNull(after == null ? before : after).names().size());
        }
        List<String> names = changes(event).stream().map(AttributeChange::path).toList();
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() > MOST_NAMES ? TEXT.get("changed.more", first, names.size() - MOST_NAMES) : first;
    }

    /** The event as one JSON document, for copying. */
    static String json(StreamEvent event) {
        return "{\"event\":\"" + event.kind().name().toLowerCase(Locale.ROOT) + "\",\"at\":\"" + event.at() + "\",\"keys\":"
                + event.keys().toJson() + ",\"old\":" + json(event.before()) + ",\"new\":" + json(event.after()) + "}";
    }

    private static String json(@Nullable Item item) {
        return item == null ? "null" : item.toJson();
    }
}
