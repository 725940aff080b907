package dev.switchboard.local;

import dev.switchboard.environment.Home;
import java.nio.file.Path;

/** What lies where in a home's folder of engines. The guardian's script knows {@code leases} and {@code run} too. */
record LocalFolder(Path root, Path logs) {
    static LocalFolder of(Home home) {
        return new LocalFolder(home.local(), home.logs());
    }

    /** One file for each console that uses engines, named after its process. */
    Path leases() {
        return root.resolve("leases");
    }

    /** One file for each engine that runs, see {@link Running}. */
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
