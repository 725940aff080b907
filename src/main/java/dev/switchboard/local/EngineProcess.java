package dev.switchboard.local;

import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An engine process as recorded in its run file, one line per component, in this order.
 *
 * @param pid the process ID
 * @param signal the signal that stops it
 * @param port the port that it listens on
 * @param title the name and version
 * @param host the address that it listens on
 */
record EngineProcess(long pid, String signal, int port, String title, String host) {
    private static final int LINES = 5;

    /** Reads a run file; empty if it does not exist or is incomplete after a crash. */
    static Optional<EngineProcess> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < LINES
                    ? Optional.empty()
                    : Optional.of(new EngineProcess(
                            Long.parseLong(lines.get(0)), lines.get(1), Integer.parseInt(lines.get(2)), lines.get(3), lines.get(4)));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Where a run file is written before it is moved to its name, by this class and by {@code engine.sh}. */
    static Path incomplete(Path runFile) {
        return runFile.resolveSibling(runFile.getFileName() + ".new");
    }

    void write(Path file) throws IOException {
        Path fresh = incomplete(file);
        PrivateFiles.write(fresh, pid + "\n" + signal + "\n" + port + "\n" + title + "\n" + host + "\n");
        PrivateFiles.rename(fresh, file);
    }

    /** Whether the process is running and is still the engine, and not another process with a reused process ID. */
    boolean runsIn(Path folder) {
        // Windows does not report command lines, so a running process is enough there.
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine()
                        .or(() -> Host.current().windows() ? info.command().map(c -> c + folder) : Optional.empty()))
                .map(line -> line.contains(folder.toString()))
                .orElse(false);
    }
}
