import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trains the caches with the image's own runtime, class path and options, by the real program doing what most starts do. */
final class AotCacheTrainer {
    private static final String REHEARSAL = "dev.switchboard.AotTrainingWorkload";

    /** By profiles of the training the compiler begins beside the start, which takes 65 ms of the first picture and 180 of processor. */
    private static final List<String> WITHOUT_PROFILES = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private AotCacheTrainer() {}

    static void run(PackageLayout layout) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(layout.out(), "training");
        JavaLauncher java = JavaLauncher.of(layout);
        // A home that is set up, as that of most starts is; how it is set up is no part of a cache.
        java.run(home, REHEARSAL, List.of(), List.of("preparation"));
        try (TrainingDisplay display = TrainingDisplay.open()) {
            for (AotCache cache : AotCache.all()) {
                Path file = layout.imageApp().resolve(cache.file());
                List<String> options = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + file));
                options.addAll(WITHOUT_PROFILES);
                options.addAll(display.options());
                java.run(home, display.variables(), REHEARSAL, options, cache.parts());
                System.out.printf("%s has %d MB%n", cache.file(), Files.size(file) / 1_000_000);
            }
        }
        Directories.delete(home);
    }

    /** Starts the image from another place, with nothing left where it was trained, as an installation would be. */
    static void check(PackageLayout layout) throws IOException, InterruptedException {
        Path images = layout.image().getParent();
        Path away = images.resolveSibling("moved image");
        Files.move(images, away);
        try {
            Path home = Files.createTempDirectory(layout.out(), "check");
            Path app = away.resolve(images.relativize(layout.imageApp()));
            JavaLauncher java = new JavaLauncher(app, away.resolve(images.relativize(layout.imageRuntime())), layout);
            for (AotCache cache : AotCache.all()) {
                // Refuses to start where the cache is not accepted.
                List<String> strict = List.of("-XX:AOTCache=" + app.resolve(cache.file()), "-XX:AOTMode=on");
                java.run(home, JavaLauncher.MAIN, strict, List.of("--version"));
            }
            Directories.delete(home);
        } finally {
            Files.move(away, images);
        }
    }
}
