package dev.switchboard.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** Writes snapshots of scenes to PNG files. JavaFX thread only. */
public final class SnapshotWriter {
    private SnapshotWriter() {}

    /** Writes a snapshot of the scene; creates the folder if it is missing. */
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
            throw new UncheckedIOException("Cannot write the image " + file, e);
        }
    }
}
