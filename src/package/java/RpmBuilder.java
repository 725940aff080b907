import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Packs the files as an RPM package with rpmbuild itself, for the same reason. */
final class RpmBuilder {
    private RpmBuilder() {}

    /** Returns the package. */
    static Path make(PackageLayout layout, Path files) throws IOException, InterruptedException {
        Path work = layout.out().resolve("rpm");
        Path spec = work.resolve("switchboard.spec");
        Directories.clear(work);
        Files.writeString(spec, Files.readString(layout.project().resolve("src/package/linux/switchboard.spec"))
                .replace("VERSION", layout.version())
                .replace("FILES", files.toString()));
        PackageBuilder
                .run(List.of("rpmbuild", "-bb", "--define", "_topdir " + work, "--define", "_binary_payload w3.zstdio", spec.toString()));
        try (Stream<Path> made = Files.walk(work.resolve("RPMS"))) {
            Path rpm = made.filter(file -> file.toString().endsWith(".rpm")).findFirst().orElseThrow();
            Path place = layout.out().resolve(rpm.getFileName());
            Files.move(rpm, place);
            Directories.delete(work);
            return place;
        }
    }
}
