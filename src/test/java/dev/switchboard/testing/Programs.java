package dev.switchboard.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Other programs of this computer. */
public final class Programs {
    private Programs() {}

    /** Returns whether a program is installed. */
    public static boolean isOnPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Runs a program and returns what it printed, also to standard error. */
    public static String output(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Otherwise the language and the pager of the one who runs the tests would show.
        builder.environment().putAll(java.util.Map.of("LC_ALL", "C.UTF-8", "MANPAGER", "cat", "TERM", "dumb"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
