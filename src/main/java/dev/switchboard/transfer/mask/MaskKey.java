package dev.switchboard.transfer.mask;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which pseudonyms are derived: with it, the same person has the same pseudonym in every copy of this home; without it, no one
 * can compute the pseudonym of a known person. It never leaves the home.
 */
public final class MaskKey {
    private static final Messages TEXT = Messages.of(MaskKey.class);
    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec secret;

    MaskKey(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Reads the key of a home, and creates it the first time. */
    public static MaskKey of(Home home) {
        Path file = home.root().resolve("masking.key");
        try {
            try {
                return read(file);
            } catch (NoSuchFileException e) {
                byte[] secret = new byte[BYTES];
                new SecureRandom().nextBytes(secret);
                try (NewFile created = NewFile.at(file)) {
                    created.write(secret);
                    created.publish();
                } catch (FileAlreadyExistsException another) {
                    return read(file);
                }
                return new MaskKey(secret);
            }
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("mask.key", file), TEXT.get("mask.key.remedy"), e);
        }
    }

    private static MaskKey read(Path file) throws IOException {
        try (InputStream in = RegularFiles.open(file)) {
            byte[] secret = in.readNBytes(BYTES + 1);
            if (secret.length != BYTES) {
                throw new IOException("not a key of " + BYTES + " bytes");
            }
            return new MaskKey(secret);
        }
    }

    /** Returns bytes that only depend on the purpose and the text. */
    byte[] derive(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    long number(String purpose, String text) {
        return ByteBuffer.wrap(derive(purpose, text)).getLong();
    }
}
