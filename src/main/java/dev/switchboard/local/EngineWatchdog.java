package dev.switchboard.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The guardian on systems without a shell: does the same as {@code guardian.sh}, step by step. */
final class EngineWatchdog {
    private EngineWatchdog() {}

    /** The arguments are the engines' folder and the name of the lease. */
    public static void main(String[] args) throws IOException {
        LocalFolder folder = new LocalFolder(Path.of(args[0]), Path.of(args[0]));
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        Files.deleteIfExists(folder.leases().resolve(args[1]));
        EngineProcessManager processes = new EngineProcessManager(folder);
        for (Engine engine : Engine.values()) {
            processes.stopUnlessClaimed(engine);
        }
    }
}
