package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void onlyALinuxWithoutADisplayServerHasNoDisplay() {
        assertThat(Window.hasDisplay("Linux", Map.of(), null)).isFalse();
        assertThat(Window.hasDisplay("Linux", Map.of("DISPLAY", " "), null)).isFalse();
        assertThat(Window.hasDisplay("Linux", Map.of("DISPLAY", ":0"), null)).isTrue();
        assertThat(Window.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), null)).isTrue();
        assertThat(Window.hasDisplay("Linux", Map.of(), "Headless")).isTrue();
        assertThat(Window.hasDisplay("Mac OS X", Map.of(), null)).isTrue();
        assertThat(Window.hasDisplay("Windows 11", Map.of(), null)).isTrue();
    }
}
