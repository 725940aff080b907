package dev.switchboard.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * An engine as its run file tells of it, one line for each component, in this order.
 *
 * @param pid its process
 * @param signal what makes it end
 * @param port where it listens
 * @param title its name and version
 */
record EngineProcess(long pid, String signal, int port, String title) {
    /** What a run file says; empty where there is none, or where it was torn by a crash. */
    static Optional<EngineProcess> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(
                            new EngineProcess(Long.parseLong(lines.get(0)), lines.get(1), Integer.parseInt(lines.get(2)), lines.get(3)));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, List.of(Long.toString(pid), signal, Integer.toString(port), title));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the process lives and is still the engine, not one that was given the same number later. */
    boolean runsIn(Path folder) {
        // Windows tells no command line; there the living process has to do.
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::info)
                .flatMap(info -> info.commandLine()
                        .or(() -> Host.current().windows() ? info.command().map(c -> c + folder) : Optional.empty()))
                .map(line -> line.contains(folder.toString()))
                .orElse(false);
    }
}
