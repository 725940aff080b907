package dev.switchboard.ui.items.tabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.switchboard.ui.common.UiContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the tabs of an environment over a restart, in the state of the window. */
public final class TabStore {
    private static final Logger LOG = LoggerFactory.getLogger(TabStore.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 20;
    private final UiContext context;
    private final String key;

    /**
     * A tab.
     *
     * @param text what it shows
     */
    public record StoredTab(TabKind kind, String text) {}

    public TabStore(UiContext context) {
        this.context = context;
        key = "items.tabs." + context.session().environment().code();
    }

    /** Returns the tabs that were kept; empty if there were none or they cannot be read. */
    public List<StoredTab> load() {
        @Nullable String kept = context.state().get(key);
        List<StoredTab> tabs = new ArrayList<>();
        try {
            for (JsonNode node : JSON.readTree(kept == null ? "[]" : kept)) {
                for (TabKind kind : TabKind.values()) {
                    if (kind.code().equals(node.path("kind").asText()) && tabs.size() < MOST) {
                        tabs.add(new StoredTab(kind, node.path("text").asText()));
                    }
                }
            }
        } catch (JsonProcessingException e) {
            LOG.warn("The tabs of the Items screen that were kept cannot be read", e);
        }
        return tabs;
    }

    /** Returns the index of the tab that was in front, which may be more than there are tabs. */
    public int selected() {
        return (int) context.state().number(key + ".selected", 0);
    }

    /** Keeps the tabs. */
    public void save(List<StoredTab> tabs, int selected) {
        ArrayNode array = JSON.createArrayNode();
        tabs.forEach(tab -> array.addObject().put("kind", tab.kind().code()).put("text", tab.text()));
        context.state().set(key, array.toString());
        context.state().set(key + ".selected", String.valueOf(selected));
    }
}
