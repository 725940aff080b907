package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.settings.Environment;
import dev.switchboard.ui.common.ScreenDefinition;
import dev.switchboard.ui.common.ThemeChoice;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.TestSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No file and no file lock is touched on the JavaFX thread. The virtual machine records each call of the file API with its thread, so
 * nothing in the program has to take part.
 */
class FxThreadFilesTest {
    private static final List<String> TRACED = List.of(
            "java.nio.file.Files", "java.io.File", "java.io.FileInputStream::read", "java.io.FileOutputStream::write",
            "java.nio.channels.FileChannel", "sun.nio.ch.FileChannelImpl");

    /** Where classes and resources of the program are loaded, which JavaFX does on its thread. */
    private static final List<String> LOADING = List.of(
            "jdk.internal.loader.", "java.lang.ClassLoader", "java.util.zip.", "java.util.jar.", "sun.net.www.protocol.",
            "java.util.ResourceBundle", "java.lang.invoke.", "javafx.fxml.", "com.sun.javafx.", "com.sun.prism.", "jdk.jfr.");

    @TempDir
    Path home;

    @TempDir
    Path traces;

    @Test
    void usingEveryScreenTouchesNoFileOnTheJavaFxThread() throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.MethodTrace").with("filter", String.join(";", TRACED)).withStackTrace();
            recording.start();
            use();
            recording.stop();
            Path file = traces.resolve("files.jfr");
            recording.dump(file);
            List<String> found = new ArrayList<>();
            boolean elsewhere = false;
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                boolean fx = event.getThread() != null && "JavaFX Application Thread".equals(event.getThread().getJavaName());
                elsewhere |= !fx;
                if (fx && byTheProgram(event)) {
                    found.add(describe(event));
                }
            }
            assertThat(elsewhere).as("calls are recorded").isTrue();
            assertThat(found.stream().distinct().toList()).as("file calls on the JavaFX thread").isEmpty();
        }
        assertThat(Files.readString(home.resolve("settings.json"))).as("and the state is saved").contains("Europe/Berlin");
    }

    private void use() {
        try (ShellFixture window = new ShellFixture(home, Environment.DEV, TestSettings.fresh(home))) {
            Fx.waitFor("the welcome is shown", () -> window.shell.root().lookup("#start") != null);
            Fx.onFx(() -> ((Button) window.shell.root().lookup("#start")).fire());
            Fx.waitFor("the setup is done", () -> window.shell.model().screenProperty().get().equals("conversations"));
            for (ScreenDefinition screen : Screens.all()) {
                Fx.onFx(() -> {
                    window.shell.open(screen.id());
                    window.shell.current().front().refresh();
                    window.shell.tick();
                });
                Fx.waitFor(screen.id() + " has read", () -> window.shell.current().context().jobs().running().isEmpty());
            }
            Fx.onFx(() -> {
                window.kept.state().zoneProperty().set(ZoneId.of("Europe/Berlin"));
                window.kept.state().themeProperty().set(ThemeChoice.DARK);
                window.shell.view().palette().open();
                window.shell.view().palette().close();
                window.stage.setWidth(1100);
            });
        }
    }

    private static boolean byTheProgram(RecordedEvent event) {
        List<RecordedFrame> frames = event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            if (LOADING.stream().anyMatch(type::startsWith)) {
                return false;
            }
            if (type.startsWith("dev.switchboard.") && !type.contains("Test") && !type.contains("ShellFixture")) {
                return true;
            }
        }
        return false;
    }

    private static String describe(RecordedEvent event) {
        return event.getStackTrace().getFrames().stream()
                .filter(frame -> frame.getMethod().getType().getName().startsWith("dev.switchboard."))
                .limit(4)
                .map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName() + ":" + frame.getLineNumber())
                .toList()
                .toString();
    }
}
