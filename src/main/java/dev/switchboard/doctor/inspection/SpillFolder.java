package dev.switchboard.doctor.inspection;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for the temporary files of one run. */
record SpillFolder(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpillFolder.class);
    private static final Messages TEXT = Messages.of(SpillFolder.class);

    /** @throws OperationFailedException if it cannot be created */
    static SpillFolder create() {
        try {
            return new SpillFolder(PrivateFiles.createTemporaryDirectory("switchboard-doctor"));
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("spill.folder", String.valueOf(e.getMessage())), TEXT.get("spill.folder.remedy"),
                    e);
        }
    }

    /** Deletes the folder with its files. */
    @Override
    public void close() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("the temporary folder {} could not be deleted", path, e);
        }
    }
}
