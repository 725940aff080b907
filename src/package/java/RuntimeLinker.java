import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Links the JDK's and JavaFX's modules by {@code jlink.cfg}. */
final class RuntimeLinker {
    private static final List<String> NATIVE = List.of(".so", ".dll", ".dylib");

    private RuntimeLinker() {}

    static void link(PackageLayout layout) throws IOException, InterruptedException {
        for (Path jar : layout.libraries(true)) {
            // The jars without a platform in their names are empty.
            if (Files.size(jar) > 10_000) {
                PackageBuilder.copy(jar, layout.javafx());
            }
        }
        PackageBuilder.tool("jlink", List.of("@" + layout.project().resolve("jlink.cfg"), "--module-path", layout.javafx().toString(),
                "--output", layout.runtime().toString()));
        try (Stream<Path> jars = Files.list(layout.javafx())) {
            for (Path jar : jars.toList()) {
                natives(jar, layout.runtime().resolve(PackageLayout.windows() ? "bin" : "lib"));
            }
        }
        programs(layout.runtime().resolve("bin"));
    }

    /** JavaFX's native libraries load from the runtime; otherwise each user would get a copy of them in a cache. */
    private static void natives(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> NATIVE.stream().anyMatch(e.getName()::endsWith)).toList()) {
                String name = Path.of(entry.getName()).getFileName().toString();
                if (!name.contains("jfxmedia") && !name.contains("jfxwebkit")) {
                    Files.copy(zip.getInputStream(entry), folder.resolve(name));
                }
            }
        }
    }

    /** Of the runtime's programs only java itself stays: it trains the cache, and is the guardian on Windows. */
    private static void programs(Path bin) throws IOException {
        try (Stream<Path> programs = Files.list(bin)) {
            for (Path program : programs.toList()) {
                String name = program.getFileName().toString();
                if (!name.equals("java") && !name.equals("java.exe") && !name.endsWith(".dll") && Files.isRegularFile(program)) {
                    Files.delete(program);
                }
            }
        }
    }
}
