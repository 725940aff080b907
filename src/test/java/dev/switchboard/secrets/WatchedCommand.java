package dev.switchboard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.SecretScanner;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the program as a process of its own and keeps what it says, and the command lines of it and of all that it starts. */
final class WatchedCommand {
    static final String AWS_KEY = "awsSecretKey4c82d0";
    static final String TOKEN = "sessionToken9b1e77";

    private final Path folder;
    private final SecretScanner evidence;
    private int runs;

    WatchedCommand(Path folder, SecretScanner evidence) {
        this.folder = folder;
        this.evidence = evidence;
    }

    Path home() {
        return folder.resolve("home");
    }

    /** The words that start it, for whoever puts something before them. */
    List<String> command(String... words) {
        List<String> command = JavaProcess.java(
                "-Duser.home=" + folder,
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("hs_err.log"));
        command.add("dev.switchboard.Switchboard");
        command.addAll(List.of(words));
        return command;
    }

    ProcessBuilder builder(List<String> command, Map<String, String> variables) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(Map.of(
                // Not an argument: the system shows the first 4096 characters of a command line, which it would fill.
                "CLASSPATH", JavaProcess.classPath(),
                "SWITCHBOARD_HOME", home().toString(),
                "AWS_ENDPOINT_URL", TestEngines.dynamoDb().toString(),
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", AWS_KEY,
                "AWS_SESSION_TOKEN", TOKEN));
        builder.environment().putAll(variables);
        return builder;
    }

    /** Runs it to its end; returns what it said on standard error. */
    String run(int expected, Map<String, String> variables, String... words) throws IOException, InterruptedException {
        String name = ++runs + " " + words[0] + " " + words[words.length - 1];
        Path out = folder.resolve(runs + ".out");
        Path err = folder.resolve(runs + ".err");
        Process process = builder(command(words), variables).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        do {
            evidence.addProcesses(process.toHandle());
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        String said = Files.readString(err);
        evidence.add("output of " + name, Files.readString(out)).add("errors of " + name, said);
        assertThat(process.exitValue()).as("%s: %s", name, said).isEqualTo(expected);
        return said;
    }
}
