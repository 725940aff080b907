import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts together what goes onto the class path, and the DynamoDB engine that may be shipped. */
final class Application {
    private Application() {}

    static void gather(Layout layout) throws IOException, InterruptedException {
        Package.copy(layout.target().resolve("switchboard.jar"), layout.input());
        Package.tool("java", List.of("--module-path", layout.javafx().toString(), "--add-modules", "javafx.graphics",
                layout.project().resolve("src/package/java/Styles.java").toString(), layout.input().resolve("switchboard.jar").toString()));
        for (Path jar : layout.libraries(false)) {
            Package.copy(jar, layout.input().resolve("lib"));
            Jars.prepare(layout.input().resolve("lib").resolve(jar.getFileName()));
        }
        Path dynoxide = layout.target().resolve("dynoxide").resolve(Layout.windows() ? "dynoxide.exe" : "dynoxide");
        if (Files.exists(dynoxide)) {
            Package.copy(dynoxide, layout.input().resolve("engines"));
        } else {
            System.out.println("no dynoxide for this platform: the installed program will want a DynamoDB of one's own for dev");
        }
    }
}
