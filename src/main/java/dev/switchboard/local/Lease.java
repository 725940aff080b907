package dev.switchboard.local;

import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A console's claim on the engines of its home, with a guardian process that releases it. The guardian waits until the pipe from
 * the console closes, which happens however the console ends, even by SIGKILL. It then stops the engines that no other console
 * claims.
 */
final class Lease implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-\\d+");
    private static final long CLOSE_TIMEOUT_SECONDS = 30;

    private final Path file;
    private final Process guardian;

    private Lease(Path file, Process guardian) {
        this.file = file;
        this.guardian = guardian;
    }

    /** Claims the engines. Any process that decides to stop one after this call sees the claim. */
    static Lease take(LocalFolder folder, List<String> guardianCommand) throws IOException {
        PrivateFiles.createDirectories(folder.leases());
        PrivateFiles.createDirectories(folder.run());
        deleteStale(folder);
        Path file = folder.leases().resolve(ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
        PrivateFiles.empty(file);
        List<String> command = new ArrayList<>(guardianCommand);
        command.add(folder.root().toString());
        command.add(file.getFileName().toString());
        try {
            return new Lease(file, ChildEnvironment.withoutSecrets(new ProcessBuilder(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Whether the guardian process is running; it runs until it is killed. */
    boolean guarded() {
        return guardian.isAlive();
    }

    /** Releases the claim if the guardian can no longer do so. */
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Publishes the endpoint of this console's user pool to other consoles. */
    void userPool(UserPoolEngine pool) throws IOException {
        PrivateFiles.write(file, pool.endpoint() + "\n" + pool.poolId() + "\n");
    }

    /** The user pool of a running console. */
    static Optional<UserPoolEngine> userPool(LocalFolder folder) throws IOException {
        for (Path lease : active(folder)) {
            List<String> lines = Files.readAllLines(lease);
            if (lines.size() == 2) {
                return Optional.of(new UserPoolEngine(URI.create(lines.getFirst()), lines.getLast()));
            }
        }
        return Optional.empty();
    }

    /** The claims of running consoles. */
    static List<Path> active(LocalFolder folder) throws IOException {
        if (!Files.isDirectory(folder.leases())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.leases())) {
            return files.filter(Lease::alive).toList();
        }
    }

    private static boolean alive(Path lease) {
        Matcher name = NAME.matcher(lease.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1))).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Deletes the claims of consoles that were killed together with their guardians. */
    private static void deleteStale(LocalFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.leases())) {
            for (Path dead : files.filter(file -> !alive(file)).toList()) {
                Files.deleteIfExists(dead);
            }
        }
    }

    /** Closes the pipe, which makes the guardian stop the engines that no other console uses. Returns when they have stopped. */
    @Override
    public void close() throws IOException {
        guardian.getOutputStream().close();
        try {
            if (!guardian.waitFor(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                guardian.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the guardian continues on its own
        }
    }
}
