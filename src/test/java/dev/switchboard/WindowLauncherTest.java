package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowLauncherTest {
    @Test
    void onlyALinuxWithoutADisplayServerHasNoDisplay() {
        assertThat(WindowLauncher.hasDisplay("Linux", Map.of(), null)).isFalse();
        assertThat(WindowLauncher.hasDisplay("Linux", Map.of("DISPLAY", " "), null)).isFalse();
        assertThat(WindowLauncher.hasDisplay("Linux", Map.of("DISPLAY", ":0"), null)).isTrue();
        assertThat(WindowLauncher.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), null)).isTrue();
        assertThat(WindowLauncher.hasDisplay("Linux", Map.of(), "Headless")).isTrue();
        assertThat(WindowLauncher.hasDisplay("Mac OS X", Map.of(), null)).isTrue();
        assertThat(WindowLauncher.hasDisplay("Windows 11", Map.of(), null)).isTrue();
    }
}
