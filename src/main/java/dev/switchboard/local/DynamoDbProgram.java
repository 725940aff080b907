package dev.switchboard.local;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A local DynamoDB program. */
sealed interface DynamoDbProgram {
    /** The name and version. */
    String title();

    /** The name of its data folder. Each program has its own because their formats differ. */
    String folder();

    /** The command that listens on an address of the loopback interface and keeps its data in a folder. */
    List<String> command(InetSocketAddress address, Path data);

    /** Whether it listens on that address only, and not on all interfaces. */
    boolean listensOnAddressOnly();

    /**
     * dynoxide, a static binary.
     *
     * @param binary the path of the binary
     */
    record Dynoxide(Path binary, String title) implements DynamoDbProgram {
        @Override
        public String folder() {
            return "dynoxide";
        }

        @Override
        public List<String> command(InetSocketAddress address, Path data) {
            return List.of(binary.toString(), "serve", "--host", address.getAddress().getHostAddress(), "-p",
                    Integer.toString(address.getPort()), "--db-path", data.resolve("dynoxide.db").toString());
        }

        @Override
        public boolean listensOnAddressOnly() {
            return true;
        }
    }

    /**
     * AWS's DynamoDB Local. It always runs as a separate process, as its license requires. It listens on all interfaces, which
     * cannot be configured, so a web page or another computer that finds its random port can use it. Only source runs and tests use
     * it.
     *
     * @param java the Java program to run it with
     * @param classPath written by the build
     */
    record DynamoDbLocal(Path java, String classPath, String title) implements DynamoDbProgram {
        @Override
        public String folder() {
            return "dynamodb-local";
        }

        @Override
        public boolean listensOnAddressOnly() {
            return false;
        }

        @Override
        public List<String> command(InetSocketAddress address, Path data) {
            int port = address.getPort();
            // The folder must precede the class path because the operating system reports only the first 4096 characters of a
            // command line.
            Stream<String> options = Stream.of(java.toString(), "-Dswitchboard.data=" + data, "-Dswitchboard.port=" + port,
                    "-Xmx128m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-cp", classPath, "software.amazon.dynamodb.services.local.main.ServerRunner",
                    "-port", Integer.toString(port), "-dbPath", data.toString(), "-sharedDb", "-disableTelemetry");
            return options.toList();
        }
    }
}
