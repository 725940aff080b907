package dev.switchboard.ui.common.grid;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the layout of tables is stored by name, such as widths and the order of the columns. */
public interface GridSettings {
    /** The value of a name, or null. */
    @Nullable
    String get(String name);

    /** Sets a value; null removes it. */
    void set(String name, @Nullable String value);

    /** Settings for one table in a dialog that is rarely opened, which end with it. */
    static GridSettings inMemory() {
        Map<String, String> values = new HashMap<>();
        return new GridSettings() {
            @Override
            public @Nullable String get(String name) {
                return values.get(name);
            }

            @Override
            public void set(String name, @Nullable String value) {
                if (value == null) {
                    values.remove(name);
                } else {
                    values.put(name, value);
                }
            }
        };
    }
}
