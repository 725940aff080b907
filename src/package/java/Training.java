import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains the caches with the image's own runtime, class path and options, by the real program doing its whole main job. */
final class Training {
    private static final String REHEARSAL = "dev.switchboard.Rehearsal";

    private Training() {}

    static void run(Layout layout) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(layout.out(), "training");
        JavaStart java = JavaStart.of(layout);
        for (Cache cache : Cache.all()) {
            Path file = layout.imageApp().resolve(cache.file());
            java.run(home, REHEARSAL,
                    List.of("-XX:AOTCacheOutput=" + file, "-Dglass.platform=Headless", "-Dprism.order=sw"), cache.parts());
            System.out.printf("%s has %d MB%n", cache.file(), Files.size(file) / 1_000_000);
        }
        Folders.delete(home);
    }

    /** Starts the image from another place, with nothing left where it was trained, as an installation would be. */
    static void check(Layout layout) throws IOException, InterruptedException {
        Path images = layout.image().getParent();
        Path away = images.resolveSibling("moved image");
        Files.move(images, away);
        try {
            Path home = Files.createTempDirectory(layout.out(), "check");
            Path app = away.resolve(images.relativize(layout.imageApp()));
            JavaStart java = new JavaStart(app, away.resolve(images.relativize(layout.imageRuntime())), layout);
            for (Cache cache : Cache.all()) {
                // Refuses to start where the cache is not accepted.
                List<String> strict = List.of("-XX:AOTCache=" + app.resolve(cache.file()), "-XX:AOTMode=on");
                java.run(home, JavaStart.MAIN, strict, List.of("--version"));
            }
            Folders.delete(home);
        } finally {
            Files.move(away, images);
        }
    }
}
