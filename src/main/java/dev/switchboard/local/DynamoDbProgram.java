package dev.switchboard.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A local DynamoDB program. */
sealed interface DynamoDbProgram {
    /** The name and version. */
    String title();

    /** The name of its data folder. Each program has its own because their formats differ. */
    String folder();

    /** The command that serves a port of the loopback address and keeps its data in a folder. */
    List<String> command(int port, Path data);

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
        public List<String> command(int port, Path data) {
            return List.of(binary.toString(), "serve", "--host", "127.0.0.1", "-p", Integer.toString(port),
                    "--db-path", data.resolve("dynoxide.db").toString());
        }
    }

    /**
     * AWS's DynamoDB Local. It always runs as a separate process, as its license requires. It listens on all interfaces, which
     * cannot be configured.
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
        public List<String> command(int port, Path data) {
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
