import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Puts together what goes onto the class path, and the DynamoDB engine that may be shipped. */
final class ApplicationAssembler {
    private ApplicationAssembler() {}

    static void gather(PackageLayout layout) throws IOException, InterruptedException {
        PackageBuilder.copy(layout.target().resolve("switchboard.jar"), layout.input());
        PackageBuilder.tool("java", List.of("--module-path", layout.javafx().toString(), "--add-modules", "javafx.graphics",
                layout.project().resolve("src/package/java/StylesheetCompiler.java").toString(),
                layout.input().resolve("switchboard.jar").toString()));
        for (Path jar : layout.libraries(false)) {
            PackageBuilder.copy(jar, layout.input().resolve("lib"));
            JarPreparer.prepare(layout.input().resolve("lib").resolve(jar.getFileName()));
        }
        Path dynoxide = layout.target().resolve("dynoxide").resolve(PackageLayout.windows() ? "dynoxide.exe" : "dynoxide");
        if (Files.exists(dynoxide)) {
            PackageBuilder.copy(dynoxide, layout.input().resolve("engines"));
        } else {
            System.out.println("no dynoxide for this platform: the installed program will want a DynamoDB of one's own for dev");
        }
    }
}
