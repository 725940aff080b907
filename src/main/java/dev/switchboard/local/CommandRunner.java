package dev.switchboard.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs short commands. */
final class CommandRunner {
    private CommandRunner() {}

    /** Whether a command exists and exits with status 0. */
    static boolean succeeds(List<String> command) {
        try {
            return run(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD));
        } catch (IOException e) {
            return false; // the program was not found
        }
    }

    /** Runs a command and writes its output to a file. Returns whether it exits with status 0. */
    static boolean logged(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return run(builder);
    }

    /** Returns the output of a command without leading and trailing blanks. */
    static String output(List<String> command) throws IOException {
        Process process = ChildEnvironment.withoutSecrets(new ProcessBuilder(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static boolean run(ProcessBuilder builder) throws IOException {
        Process process = ChildEnvironment.withoutSecrets(builder).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
