import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts together what goes onto the class path, and the DynamoDB engine that may be shipped. */
final class Application {
    private Application() {}

    static void gather(Layout layout) throws IOException {
        Package.copy(layout.target().resolve("switchboard.jar"), layout.input());
        for (Path jar : layout.libraries(false)) {
            Package.copy(jar, layout.input().resolve("lib"));
            unseal(layout.input().resolve("lib").resolve(jar.getFileName()));
        }
        Path dynoxide = layout.target().resolve("dynoxide").resolve(Layout.windows() ? "dynoxide.exe" : "dynoxide");
        if (Files.exists(dynoxide)) {
            Package.copy(dynoxide, layout.input().resolve("engines"));
        } else {
            System.out.println("no dynoxide for this platform: the installed program will want a DynamoDB of one's own for dev");
        }
    }

    /**
     * Takes the seal off a library's packages (XZ for Java has one): a cache brings their classes back as from the place of the training,
     * and with a seal on them the program would not start anywhere else.
     */
    private static void unseal(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path manifest = zip.getPath("META-INF/MANIFEST.MF");
            if (Files.exists(manifest)) {
                String text = Files.readString(manifest);
                String open = text.replaceAll("(?mi)^Sealed: *true\\r?\\n", "");
                if (!open.equals(text)) {
                    Files.writeString(manifest, open);
                }
            }
        }
    }
}
