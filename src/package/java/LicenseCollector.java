import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The licence and notice of everything that is shipped, and the bill of materials, beside the jars. */
final class LicenseCollector {
    private LicenseCollector() {}

    static void gather(PackageLayout layout) throws IOException {
        Path licences = layout.input().resolve("licences");
        PackageBuilder.copy(layout.project().resolve("LICENSE"), licences);
        try (Stream<Path> ours = Files.list(layout.project().resolve("src/package/licences"))) {
            for (Path text : ours.toList()) {
                PackageBuilder.copy(text, licences);
            }
        }
        for (Path jar : layout.libraries(false)) {
            texts(jar, licences.resolve(jar.getFileName().toString().replace(".jar", "")));
        }
        PackageBuilder.copy(layout.target().resolve("bom.json"), layout.input());
    }

    /** What a library carries itself; the others are in THIRD-PARTY.txt. The JDK's and JavaFX's are in the runtime's legal folder. */
    private static void texts(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(LicenseCollector::isText).toList()) {
                Files.createDirectories(folder);
                Path file = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                if (Files.notExists(file)) {
                    Files.copy(zip.getInputStream(entry), file);
                }
            }
        }
    }

    private static boolean isText(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf('/') + 1);
        return !entry.isDirectory() && !name.endsWith(".class")
                && (last.startsWith("license") || last.startsWith("licence") || last.startsWith("notice") || last.startsWith("copying")
                        || last.startsWith("ofl"));
    }
}
