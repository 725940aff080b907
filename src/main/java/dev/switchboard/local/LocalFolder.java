package dev.switchboard.local;

import dev.switchboard.settings.Home;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files in the local engines' folder of a home. The script {@code guardian.sh} also uses {@code leases} and {@code run}. */
record LocalFolder(Path root, Path logs) {
    static LocalFolder of(Home home) {
        Home real = new Home(real(home.root().toAbsolutePath().normalize()));
        return new LocalFolder(real.local(), real.logs());
    }

    /** Resolves symbolic links, so that consoles that use different paths for one home find the same files and processes. */
    private static Path real(Path path) {
        @Nullable Path parent = path.getParent();
        try {
            return path.toRealPath();
        } catch (NoSuchFileException e) {
            return parent == null ? path : real(parent).resolve(path.getFileName());
        } catch (IOException e) {
            return path; // creating the folder reports the failure
        }
    }

    /** One file per console that uses engines, named after its process ID. */
    Path leases() {
        return root.resolve("leases");
    }

    /** One file per running engine, see {@link EngineProcess}. */
    Path run() {
        return root.resolve("run");
    }

    Path runFile(Engine engine) {
        return run().resolve(engine.id());
    }

    /** The name of a run file while its engine is being stopped. */
    Path stoppingFile(Engine engine) {
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

    /** See {@link HomePort}. */
    Path dynamoDbPort() {
        return root.resolve("dynamodb.port");
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
