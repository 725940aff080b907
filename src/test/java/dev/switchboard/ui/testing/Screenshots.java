package dev.switchboard.ui.testing;

import dev.switchboard.ui.common.SnapshotWriter;
import dev.switchboard.ui.common.Theme;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** Saves screenshots in both themes to {@code target/screenshots}. */
public final class Screenshots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Screenshots() {}

    /** Draws a screen without a window, 1240 by 800. */
    public static void save(Parent root, String name) {
        save(root, name, 1240, 800);
    }

    /** Draws a screen in a given size. Call from the test thread. */
    public static void save(Parent root, String name, double width, double height) {
        Stage stage = show(root, width, height);
        saveScene(stage.getScene(), name);
        Fx.onFx(stage::hide);
    }

    /** Shows a screen in a separate window, which the test must hide. */
    public static Stage show(Parent root, double width, double height) {
        return Fx.onFx(() -> {
            // A root of another scene is moved to this one.
            if (root.getScene() != null) {
                root.getScene().setRoot(new StackPane());
            }
            Scene scene = new Scene(root, width, height);
            Theme.dress(scene);
            Stage made = new Stage();
            made.setScene(scene);
            made.setWidth(width);
            made.setHeight(height);
            made.show();
            Fx.leaveUnpainted(made);
            root.applyCss();
            root.layout();
            return made;
        });
    }

    /** Draws a scene that is shown. Call from the test thread. */
    public static void saveScene(Scene scene, String name) {
        for (boolean dark : new boolean[] {false, true}) {
            Fx.onFx(() -> Theme.use(dark));
            // Two pulses: one for the layout, and one to draw what became visible.
            Fx.pulse();
            Fx.pulse();
            Fx.onFx(() -> SnapshotWriter.save(scene, FOLDER.resolve(name + (dark ? "-dark.png" : "-light.png"))));
        }
        Fx.onFx(() -> Theme.use(false));
    }
}
