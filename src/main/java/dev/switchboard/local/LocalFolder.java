package dev.switchboard.local;

import dev.switchboard.settings.Home;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What lies where in a home's folder of engines. The guardian's script knows {@code leases} and {@code run} too. */
record LocalFolder(Path root, Path logs) {
    static LocalFolder of(Home home) {
        Home real = new Home(real(home.root().toAbsolutePath().normalize()));
        return new LocalFolder(real.local(), real.logs());
    }

    /** The path without links, so that consoles which name one home differently mean the same files and processes. */
    private static Path real(Path path) {
        @Nullable Path parent = path.getParent();
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            return parent == null ? path : real(parent).resolve(path.getFileName());
        } catch (IOException e) {
            return path; // whoever makes the folder says in words why it cannot be reached
        }
    }

    /** One file for each console that uses engines, named after its process. */
    Path leases() {
        return root.resolve("leases");
    }

    /** One file for each engine that runs, see {@link EngineProcess}. */
    Path run() {
        return root.resolve("run");
    }

    Path runFile(Engine engine) {
        return run().resolve(engine.id());
    }

    /** The name that a run file bears while its engine is being stopped. */
    Path leavingFile(Engine engine) {
        return run().resolve(engine.id() + ".leaving");
    }

    Path lockFile(Engine engine) {
        return root.resolve(engine.id() + ".lock");
    }

    Path userPoolLock() {
        return root.resolve("user-pool.lock");
    }

    Path logFile(Engine engine) {
        return logs.resolve(engine.id() + ".log");
    }

    Path dynamoDb() {
        return root.resolve("dynamodb");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path postgresPassword() {
        return root.resolve("postgres.password");
    }

    Path userPool() {
        return root.resolve("user-pool.json");
    }
}
