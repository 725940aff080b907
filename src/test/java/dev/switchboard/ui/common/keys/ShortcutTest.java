package dev.switchboard.ui.common.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.manual.Manual;
import dev.switchboard.manual.ManualSpan;
import dev.switchboard.manual.ManualSpans;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShortcutTest {
    private static final Map<String, String> WRITTEN = Map.of("Shortcut", "Ctrl", "Slash", "/", "Comma", ",");

    /** The keys as the manual writes them, such as {@code Ctrl+Shift+N}. */
    private static String written(Shortcut shortcut) {
        return Arrays.stream(shortcut.keys().getName().split("\\+", -1))
                .map(key -> WRITTEN.getOrDefault(key, key))
                .sorted(Comparator.comparing(key -> List.of("Ctrl", "Shift").contains(key) ? key : "~"))
                .collect(Collectors.joining("+"));
    }

    @Test
    void manualNamesEveryShortcut() {
        Set<String> named = ManualSpans.of(new Manual().pageOrContents("keyboard")).map(ManualSpan::text).collect(Collectors.toSet());
        assertThat(named).containsAll(Arrays.stream(Shortcut.values()).map(ShortcutTest::written).toList());
    }

    @Test
    void noKeysMeanTwoThings() {
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::keys)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::title)).doesNotHaveDuplicates();
    }
}
