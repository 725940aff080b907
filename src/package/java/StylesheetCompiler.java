import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts a compiled twin beside each of our style sheets in a jar; JavaFX takes that without being told. Runs as a program of its own,
 * because it needs JavaFX: {@code java --module-path … --add-modules javafx.graphics Styles.java JAR}.
 */
final class StylesheetCompiler {
    private StylesheetCompiler() {}

    public static void main(String[] args) throws IOException {
        Path from = Files.createTempFile("sheet", ".css");
        Path to = Files.createTempFile("sheet", ".bss");
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0])); Stream<Path> files = Files.walk(jar.getPath("/dev"))) {
            for (Path sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
                Files.write(from, Files.readAllBytes(sheet));
                Stylesheet.convertToBinary(from.toFile(), to.toFile());
                Files.write(jar.getPath(sheet.toString().replace(".css", ".bss")), Files.readAllBytes(to));
            }
        } finally {
            for (Path file : List.of(from, to)) {
                Files.delete(file);
            }
        }
    }
}
