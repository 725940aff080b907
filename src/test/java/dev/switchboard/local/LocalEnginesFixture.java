package dev.switchboard.local;

import dev.switchboard.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Engines of a home with a DynamoDB of one's choice. */
public final class LocalEnginesFixture {
    private LocalEnginesFixture() {}

    /** Only programs whose title begins like this are found. */
    public static LocalEngines of(Home home, LocalOptions options, String title) {
        Predicate<DynamoDbProgram> chosen = program -> program.title().startsWith(title);
        return new LocalEngines(home, options, new DynamoDbPrograms(Host.current()) {
            @Override
            List<DynamoDbProgram> all() throws IOException {
                return super.all().stream().filter(chosen).toList();
            }
        });
    }

    /** Likewise, with something that happens each time before the programs are looked for, in the middle of a start. */
    static LocalEngines before(Home home, LocalOptions options, Interruptible action) {
        return new LocalEngines(home, options, new DynamoDbPrograms(Host.current()) {
            @Override
            List<DynamoDbProgram> all() throws IOException {
                try {
                    action.run();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return super.all();
            }
        });
    }

    /** What may wait. */
    interface Interruptible {
        void run() throws InterruptedException;
    }

    /** Puts PostgreSQL's programs, unpacked once for all tests, into a home, as far as its first start would have come. */
    public static void prepare(Home home) throws IOException {
        Path shared = Files.createDirectories(Path.of(System.getProperty("switchboard.build"), "test-postgres"));
        try (StartLock _ = StartLock.take(shared.resolve("lock"))) {
            Path unpacked = new PostgresBinaries(shared, Host.current()).unpacked();
            Path here = Files.createDirectories(LocalFolder.of(home).postgres());
            Files.createSymbolicLink(here.resolve(unpacked.getFileName()), unpacked);
        }
    }

    /** The names of the DynamoDB programs that are here, without their versions. */
    public static List<String> titles() {
        try {
            return new DynamoDbPrograms(Host.current()).all().stream().map(p -> p.title().replaceAll(" [0-9.]+$", "")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
