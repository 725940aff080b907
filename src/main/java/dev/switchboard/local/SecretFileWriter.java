package dev.switchboard.local;

import dev.switchboard.file.NewFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Writes generated secrets to files that only their owner can read. */
final class SecretFileWriter {
    private static final int BYTES = 16;

    private SecretFileWriter() {}

    /** Creates the file with a new secret if it does not exist. */
    static void ensure(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try (NewFile secret = NewFile.at(file)) {
            secret.write(HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII));
            secret.publish();
        }
    }
}
