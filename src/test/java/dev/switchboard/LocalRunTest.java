package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.local.LocalEnginesFixture;
import dev.switchboard.settings.Home;
import dev.switchboard.testing.JavaProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code local run}: starts dev's engines, says where they listen once they respond, and holds them for other tools. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@EnabledOnOs(OS.LINUX)
class LocalRunTest {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        LocalEnginesFixture.prepareWithCluster(new Home(folder.resolve("home")));
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
        awaitNoEngine();
    }

    private Process start(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(JavaProcess.java(
                List.of("-Dswitchboard.build=" + System.getProperty("switchboard.build")), "dev.switchboard.Switchboard", words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SWITCHBOARD_HOME", folder.resolve("home").toString());
        builder.environment().keySet().removeAll(List.of("CONNECTION_URL", "AWS_ENDPOINT_URL"));
        Path out = name.startsWith("/") ? Path.of(name) : folder.resolve(name + ".out");
        Process process = builder.redirectOutput(out.toFile()).redirectError(folder.resolve(Path.of(name).getFileName() + ".err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private JsonNode holding(Process process, String name) throws Exception {
        while (!read(name + ".out").endsWith("\n")) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as(read(name + ".err")).isFalse();
        }
        assertThat(read(name + ".out").lines()).as("one document").hasSize(1);
        return new ObjectMapper().readTree(read(name + ".out"));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static void assertListening(JsonNode status) throws IOException {
        List<String> urls = List.of(status.path("dynamodb").path("endpoint").asText(), status.path("cognito").path("endpoint").asText(),
                status.path("postgres").path("url").asText());
        for (String url : urls) {
            URI at = URI.create(url);
            try (Socket socket = new Socket(at.getHost(), at.getPort())) {
                assertThat(socket.isConnected()).as(url).isTrue();
            }
        }
    }

    private static void signal(Process process, String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start().waitFor();
    }

    /** The engines' command lines name the home; so do those of the guardians. */
    private void awaitNoEngine() {
        while (ProcessHandle.allProcesses().flatMap(each -> each.info().commandLine().stream())
                .anyMatch(line -> line.contains(folder.toString()))) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theEnginesRunUntilTheLastThatHoldsThemEnds() throws Exception {
        Process first = start("first", "local", "run", "--json");
        JsonNode printed = holding(first, "first");
        assertListening(printed);
        assertThat(start("status", "local", "status", "--json").waitFor()).isZero();
        assertThat(read("status.out")).isEqualTo(read("first.out"));

        Process second = start("second", "local", "run", "--json");
        JsonNode shared = holding(second, "second");
        assertThat(shared.path("postgres")).isEqualTo(printed.path("postgres"));
        assertListening(shared);

        signal(first, "INT");
        assertThat(first.waitFor()).isEqualTo(130);
        assertThat(read("first.err")).contains("still use the local engines", String.valueOf(second.pid()));
        assertListening(shared);

        assertThat(start("stop", "local", "stop").waitFor()).as(read("stop.err")).isZero();
        assertThat(read("stop.out")).contains("Stopped the local engines");
        assertThat(read("stop.err")).as("nothing holds them any longer").isEmpty();
        assertThat(second.waitFor()).isZero();
        assertThat(read("second.err")).contains("Another Switchboard process stopped the local engines");

        Process killed = start("killed", "local", "run", "--json");
        holding(killed, "killed");
        signal(killed, "KILL");
        killed.waitFor();
        awaitNoEngine();
    }

    @Test
    void everyOtherEndIsSaid() throws Exception {
        Process unseen = start("/dev/full", "local", "run");
        assertThat(unseen.waitFor()).isEqualTo(1);
        assertThat(read("full.err")).contains("could not be written");
        awaitNoEngine();

        Process terminated = start("terminated", "local", "run", "--json");
        holding(terminated, "terminated");
        signal(terminated, "TERM");
        assertThat(terminated.waitFor()).isEqualTo(143);
        assertThat(read("terminated.err")).contains("Stopped the local engines. Their data is kept.");
        awaitNoEngine();

        Process crashed = start("crashed", "local", "run", "--json");
        holding(crashed, "crashed");
        ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("home/local/run/dynamodb")).getFirst())).orElseThrow()
                .destroyForcibly();
        assertThat(crashed.waitFor()).isEqualTo(1);
        assertThat(read("crashed.err")).contains("ended unexpectedly", "local run");
        awaitNoEngine();

        assertThat(start("prd", "--env", "prd", "local", "run").waitFor()).isEqualTo(1);
        assertThat(read("prd.err").strip().lines()).hasSize(1);
    }
}
