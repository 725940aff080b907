package dev.switchboard.explorer.copyas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs what was copied as a user would. */
public final class CopiedProgram {
    private static final Map<List<String>, Boolean> PRESENT = new ConcurrentHashMap<>();

    private CopiedProgram() {}

    /** Whether a program is on the PATH and ends well with these arguments; tried once. */
    public static boolean present(String... command) {
        return PRESENT.computeIfAbsent(List.of(command), CopiedProgram::endsWell);
    }

    private static boolean endsWell(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program in a folder and returns its output; fails where the program fails. */
    public static String run(Path folder, String... command) throws Exception {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        // What the test is started with must not decide what the copied program does.
        List.copyOf(builder.environment().keySet()).stream().filter(name -> name.startsWith("AWS_"))
                .forEach(builder.environment()::remove);
        builder.environment().put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
        builder.environment().put("AWS_PAGER", "");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended: " + Arrays.toString(command)).isTrue();
        String errors = new String(java.nio.file.Files.readAllBytes(err), StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(errors).isZero();
        return new String(java.nio.file.Files.readAllBytes(out), StandardCharsets.UTF_8);
    }
}
