package dev.switchboard.bench.world;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the engine itself behind the guard of this process, whose work would be part of everything that is measured. */
final class EnginePort {
    private static final int LINES = 5;

    private EnginePort() {}

    /** @param engine the name and version of a DynamoDB that runs for a home, as its run file says it */
    static URI of(Path local, String engine) throws IOException {
        try (Stream<Path> files = Files.walk(local)) {
            for (Path file : files.filter(one -> one.getParent().getFileName().toString().equals("run")).filter(Files::isRegularFile)
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() >= LINES && lines.get(3).equals(engine)) {
                    return URI.create("http://" + lines.get(4) + ":" + lines.get(2));
                }
            }
        }
        throw new IOException("no run file of " + engine + " in " + local);
    }
}
