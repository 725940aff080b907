package dev.switchboard.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** Writes what a scene shows to a PNG file. JavaFX thread only. */
public final class SnapshotWriter {
    private SnapshotWriter() {}

    /** Draws the scene as it is and writes it; makes the folder where there is none. */
    public static void save(Scene scene, Path file) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        PixelReader reader = image.getPixelReader();
        reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, PngEncoder.encode(width, height, pixels));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the picture " + file, e);
        }
    }
}
