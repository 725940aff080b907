package dev.switchboard.ui.common;

import dev.switchboard.file.NewFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

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
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            write(picture, file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the image " + file, e);
        }
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        try (NewFile image = NewFile.at(file)) {
            try (OutputStream out = image.output()) {
                if (!ImageIO.write(picture, "png", out)) {
                    throw new IOException("No PNG writer in this runtime");
                }
            }
            image.replace();
        }
    }
}
