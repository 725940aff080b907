package dev.switchboard.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs short commands. */
final class CommandRunner {
    private CommandRunner() {}

    /** Whether a command exists here and ends well. */
    static boolean succeeds(List<String> command) {
        try {
            return run(new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD));
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /** Runs a command with what it says going to a file. */
    static boolean logged(List<String> command, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return run(builder);
    }

    /** What a command says, without the blanks around it. */
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
