package dev.switchboard.bench.world;

import dev.switchboard.bench.run.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts programs as processes of their own and measures them: the time to their end and the most memory that they had resident. */
public final class Programs {
    private static final Map<String, String> LOCAL =
            Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local", "AWS_DEFAULT_REGION", "us-east-1", "AWS_PAGER", "");

    private Programs() {}

    /** Returns a program that is on the PATH. */
    public static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1)).map(folder -> Path.of(folder, program)).filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether the Python on the PATH has boto3. */
    public static boolean hasBoto3() {
        try {
            return onPath("python3").isPresent() && new ProcessBuilder("python3", "-c", "import boto3").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Runs a command to its end.
     *
     * @param out a file for what it prints; what it says on standard error goes to the same name with {@code .err}
     * @param statuses the exit statuses of a success
     */
    public static Measurement run(List<String> command, Map<String, String> variables, Path out, Integer... statuses)
            throws IOException, InterruptedException {
        Path err = out.resolveSibling(out.getFileName() + ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(LOCAL);
        builder.environment().putAll(variables);
        long started = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        if (!List.of(statuses).contains(process.exitValue())) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with " + process.exitValue() + ": " + Files.readString(err));
        }
        return new Measurement(seconds, Map.of(Measurement.PEAK, peak));
    }

    private static double peak(long pid) {
        try {
            return ProcessUsage.of(pid).peakMegabytes();
        } catch (IOException | NoSuchElementException e) {
            return 0; // it has just ended
        }
    }
}
