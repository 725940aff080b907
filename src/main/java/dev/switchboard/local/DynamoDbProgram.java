package dev.switchboard.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program that speaks DynamoDB. */
sealed interface DynamoDbProgram {
    /** Its name and version. */
    String title();

    /** The folder of its data, its own since no engine reads another's. */
    String folder();

    /** The command that serves one port of the loopback address and keeps its data in a folder. */
    List<String> command(int port, Path data);

    /**
     * dynoxide, one static binary.
     *
     * @param binary where it is
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
     * AWS's DynamoDB Local, always a process of its own, as its licence wants it. It listens on every interface and cannot be told
     * otherwise.
     *
     * @param java the program to run it with
     * @param classPath written by the build
     */
    record DynamoDbLocal(Path java, String classPath, String title) implements DynamoDbProgram {
        @Override
        public String folder() {
            return "dynamodb-local";
        }

        @Override
        public List<String> command(int port, Path data) {
            // The folder comes before the class path too: the system shows the first 4096 letters of a command line only.
            Stream<String> options = Stream.of(java.toString(), "-Dswitchboard.data=" + data, "-Dswitchboard.port=" + port,
                    "-Xmx128m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-cp", classPath, "software.amazon.dynamodb.services.local.main.ServerRunner",
                    "-port", Integer.toString(port), "-dbPath", data.toString(), "-sharedDb", "-disableTelemetry");
            return options.toList();
        }
    }
}
