package dev.switchboard.local;

import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A console's claim on the engines of its home, with a guardian process that releases it. The guardian waits until the pipe from
 * the console closes, which happens however the console ends, even by SIGKILL. It then stops the engines that no other console
 * claims.
 */
final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final AtomicInteger COUNT = new AtomicInteger();
    /** The process ID, its start and a number. */
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-([A-Za-z0-9]+)-\\d+");
    private static final String DYNAMO_DB = "dynamodb=";
    private static final String POOL = "user-pool=";
    private static final String POOL_ID = "user-pool-id=";
    private static final long CLOSE_TIMEOUT_SECONDS = 30;

    private final Path file;
    private final Process guardian;
    private @Nullable URI dynamoDb;
    private @Nullable UserPoolEngine userPool;

    private Lease(Path file, Process guardian) {
        this.file = file;
        this.guardian = guardian;
    }

    /** Claims the engines. Any process that decides to stop one after this call sees the claim. */
    static Lease take(LocalFolder folder, List<String> guardianCommand) throws IOException {
        PrivateFiles.createDirectories(folder.leases());
        PrivateFiles.createDirectories(folder.run());
        deleteStale(folder);
        long pid = ProcessHandle.current().pid();
        String start = ProcessStart.of(pid).orElseThrow(() -> new IOException("the start of process " + pid + " is unknown"));
        Path file = folder.leases().resolve(pid + "-" + start + "-" + COUNT.incrementAndGet());
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
    synchronized void userPool(UserPoolEngine pool) throws IOException {
        userPool = pool;
        publish();
    }

    /** Publishes the endpoint of this console's guard of the local DynamoDB to other consoles. */
    synchronized void dynamoDb(URI endpoint) throws IOException {
        dynamoDb = endpoint;
        publish();
    }

    private void publish() throws IOException {
        List<String> lines = new ArrayList<>();
        if (dynamoDb != null) {
            lines.add(DYNAMO_DB + dynamoDb);
        }
        if (userPool != null) {
            lines.addAll(List.of(POOL + userPool.endpoint(), POOL_ID + userPool.poolId()));
        }
        if (Files.exists(file)) { // otherwise the guardian has ended, which releases the claim
            PrivateFiles.write(file, String.join("\n", lines) + "\n");
        }
    }

    /** The user pool of a running console. */
    static Optional<UserPoolEngine> userPool(LocalFolder folder) throws IOException {
        for (Path lease : active(folder)) {
            Optional<URI> endpoint = endpoint(lease, POOL);
            Optional<String> id = published(lease, POOL_ID);
            if (endpoint.isPresent() && id.isPresent()) {
                return Optional.of(new UserPoolEngine(endpoint.get(), id.get()));
            }
        }
        return Optional.empty();
    }

    /** The endpoint of the local DynamoDB that a running console published, preferring one port. */
    static Optional<URI> dynamoDb(LocalFolder folder, int preferredPort) throws IOException {
        List<URI> found = active(folder).stream().flatMap(lease -> endpoint(lease, DYNAMO_DB).stream()).toList();
        return found.stream().filter(endpoint -> endpoint.getPort() == preferredPort).findFirst().or(() -> found.stream().findFirst());
    }

    private static Optional<URI> endpoint(Path lease, String name) {
        return published(lease, name).flatMap(text -> {
            try {
                return Optional.of(URI.create(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // a damaged file, or one that is being written at this moment
            }
        });
    }

    private static Optional<String> published(Path lease, String name) {
        try {
            return Files.readAllLines(lease).stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // its console has ended meanwhile, or the file is damaged
        }
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

    /** The process ID of the console that made a lease, which its name begins with. */
    static long process(Path lease) {
        String name = lease.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }

    private static boolean alive(Path lease) {
        Matcher name = NAME.matcher(lease.getFileName().toString());
        return name.matches()
                && Files.isRegularFile(lease)
                && ProcessStart.of(Long.parseLong(name.group(1))).filter(name.group(2)::equals).isPresent();
    }

    /** Deletes the claims of consoles that were killed together with their guardians. */
    private static void deleteStale(LocalFolder folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.leases())) {
            for (Path dead : files.filter(file -> !alive(file)).toList()) {
                try {
                    Files.deleteIfExists(dead);
                } catch (FileSystemException e) {
                    LOG.warn("{} is not a lease and cannot be deleted", dead, e); // it claims nothing
                }
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
