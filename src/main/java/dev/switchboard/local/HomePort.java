package dev.switchboard.local;

import dev.switchboard.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The port of a home's local DynamoDB: chosen at random once and then kept, so that the settings of other tools stay valid while no
 * page knows it from the documentation.
 */
final class HomePort {
    private HomePort() {}

    /** Reads the port, or chooses it if the file does not exist or is damaged. Requires the start lock. */
    static int of(Path file) throws IOException {
        int known = known(file);
        if (known != 0) {
            return known;
        }
        int port = EngineAddress.port();
        while (!PortFinder.free(port)) {
            port = EngineAddress.port();
        }
        PrivateFiles.write(file, Integer.toString(port));
        return port;
    }

    /** Reads the port; 0 if it has not been chosen. */
    static int known(Path file) {
        try {
            int port = Integer.parseInt(Files.readString(file).strip());
            return port >= EngineAddress.FIRST_PORT && port < EngineAddress.FIRST_PORT + EngineAddress.PORTS ? port : 0;
        } catch (IOException | NumberFormatException e) {
            return 0; // it does not exist or is damaged
        }
    }
}
