package dev.switchboard.bench.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux says of a process.
 *
 * @param peakMegabytes the most memory that it had resident
 */
public record ProcessUsage(double residentMegabytes, double peakMegabytes, double threads) {

    /** @throws java.util.NoSuchElementException if the process has just ended */
    public static ProcessUsage of(long pid) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
        return new ProcessUsage(number(status, "VmRSS:") / 1000.0, number(status, "VmHWM:") / 1000.0, number(status, "Threads:"));
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Long.parseLong(line.substring(name.length()).strip().split(" ", -1)[0]))
                .findFirst()
                .orElseThrow();
    }
}
