package dev.switchboard.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * When a process started, as letters and digits that {@code guardian.sh} determines likewise. Together with the process ID it
 * identifies a process; the ID alone is reused.
 */
final class ProcessStart {
    /** The fields of {@code /proc/PID/stat} after the program's name, which may itself contain spaces and parentheses. */
    private static final int STATE_FIELD = 0;
    private static final int START_FIELD = 19;

    private ProcessStart() {}

    /** Returns the start of a running process; empty if it does not exist, or has ended and only waits for its parent. */
    static Optional<String> of(long pid) {
        Host host = Host.current();
        if (host.windows()) {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(process -> process.info().startInstant())
                    .map(start -> Long.toString(start.toEpochMilli()));
        }
        return host.system().equals("linux") ? fromProc(pid) : fromPs(pid);
    }

    private static Optional<String> fromProc(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            List<String> fields = List.of(stat.substring(stat.lastIndexOf(") ") + 2).split(" "));
            return ended(fields.get(STATE_FIELD)) ? Optional.empty() : Optional.of(fields.get(START_FIELD));
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty(); // there is no such process any longer
        }
    }

    private static Optional<String> fromPs(long pid) {
        try {
            // The state is a word, followed by the start as a date with a time.
            List<String> ps = List.of("env", "LC_ALL=C", "TZ=UTC", "ps", "-o", "stat=", "-o", "lstart=", "-p", Long.toString(pid));
            String[] parts = CommandRunner.output(ps).split("\\s+", 2);
            return parts.length < 2 || ended(parts[0]) ? Optional.empty() : Optional.of(parts[1].replaceAll("[^A-Za-z0-9]", ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean ended(String state) {
        return state.startsWith("Z") || state.startsWith("X");
    }
}
