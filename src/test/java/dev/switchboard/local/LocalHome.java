package dev.switchboard.local;

import dev.switchboard.settings.Home;
import dev.switchboard.testing.JavaProcess;
import dev.switchboard.testing.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A home below the build's folder, with blanks and letters beyond ASCII in its name, and the processes that run for it. */
final class LocalHome {
    final Path root;
    final LocalOptions options;
    private final List<Process> consoles = new ArrayList<>();

    LocalHome() throws IOException {
        Path homes = Files.createDirectories(Path.of(System.getProperty("switchboard.build"), "test-homes"));
        root = Files.createTempDirectory(homes, "hôme of tests");
        LocalEnginesFixture.prepareWithCluster(home());
        LocalOptions preferred = LocalEnginesFixture.options(28000, 25433);
        options = new LocalOptions(
                0, PortFinder.freeFrom(preferred.dynamoDbPort()), PortFinder.freeFrom(preferred.postgresPort()));
    }

    /** Takes the database cluster away, so that the next start initializes one. */
    void deleteCluster() throws IOException {
        TestFolders.delete(folder().postgres().resolve("data"));
        Files.delete(folder().postgresPassword());
    }

    Home home() {
        return new Home(root);
    }

    LocalFolder folder() {
        return LocalFolder.of(home());
    }

    LocalEngines engines() {
        return new LocalEngines(home(), options);
    }

    /** A console in a process of its own, with all engines up. */
    Process console() throws IOException {
        return console("");
    }

    /** Likewise with a DynamoDB of one's choice. */
    Process console(String dynamoDb) throws IOException {
        return console(dynamoDb, Map.of());
    }

    /** Likewise with something in its environment. */
    Process console(String dynamoDb, Map<String, String> variables) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JavaProcess.java(
                List.of("-Dswitchboard.build=" + System.getProperty("switchboard.build")),
                EngineHolder.class.getName(),
                root.toString(),
                Integer.toString(options.dynamoDbPort()),
                Integer.toString(options.postgresPort()),
                dynamoDb))
                .redirectError(root.resolve("console.log").toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        consoles.add(process);
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (line == null || !line.startsWith("ready ")) {
            throw new IllegalStateException(line + Files.readString(root.resolve("console.log")));
        }
        return process;
    }

    /** Where the engine itself listens, behind the guard of the engines that are given. */
    InetSocketAddress dynamoDbAddress(LocalEngines engines) throws IOException {
        engines.dynamoDb();
        EngineProcess running = EngineProcess.read(folder().runFile(Engine.DYNAMODB)).orElseThrow();
        return new InetSocketAddress(InetAddress.ofLiteral(running.host()), running.port());
    }

    /** The processes that work for this home: engines, their children and guardians. */
    List<ProcessHandle> processes() {
        String name = root.getFileName().toString();
        long own = ProcessHandle.current().pid();
        List<Long> holders = consoles.stream().map(Process::pid).toList();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != own && !holders.contains(process.pid()))
                .filter(process -> process.info().commandLine().filter(line -> line.contains(name)).isPresent())
                .toList();
    }

    /** Waits until processes have ended, or fails after ten seconds. */
    static void end(List<ProcessHandle> processes) throws Exception {
        CompletableFuture<?>[] ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(ends).get(10, TimeUnit.SECONDS);
    }

    /** Ends everything that works for this home and deletes it. */
    void close() throws Exception {
        consoles.forEach(Process::destroyForcibly);
        try (LocalEngines engines = engines()) {
            engines.stop();
        }
        end(processes());
        TestFolders.delete(root);
    }
}
