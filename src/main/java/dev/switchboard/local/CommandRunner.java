package dev.switchboard.local;

import dev.switchboard.file.PrivateFiles;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs short commands. */
final class CommandRunner {
    /** The longest of them, initdb, takes a few seconds, and a minute on a slow disk. */
    private static final Poller END = new Poller(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofMinutes(5));

    private CommandRunner() {}

    /** Whether a command exists and exits with status 0. */
    static boolean succeeds(List<String> command) {
        try {
            return run(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD), Progress.NONE);
        } catch (IOException e) {
            return false; // the program was not found
        }
    }

    /**
     * Runs a command and writes its output to a file. Returns whether it exits with status 0.
     *
     * @param stop asked whether to go on waiting for its exit
     */
    static boolean logged(List<String> command, Path log, Progress stop) throws IOException {
        PrivateFiles.empty(log);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return run(builder, stop);
    }

    /** Returns the output of a command without leading and trailing blanks. */
    static String output(List<String> command) throws IOException {
        Process process = ChildEnvironment.withoutSecrets(new ProcessBuilder(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static boolean run(ProcessBuilder builder, Progress stop) throws IOException {
        Process process = ChildEnvironment.withoutSecrets(builder).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            return END.tryPoll(() -> process.isAlive() ? Optional.empty() : Optional.of(process.exitValue()), stop)
                    .filter(status -> status == 0)
                    .isPresent();
        } finally {
            process.destroy();
        }
    }
}
