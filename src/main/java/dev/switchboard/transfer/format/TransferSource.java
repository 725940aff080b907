package dev.switchboard.transfer.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files that an import reads.
 *
 * @param files one file, or the data files of an export to S3
 * @param items how many items they must have; negative if that is not known
 */
public record TransferSource(List<Path> files, long items) {
    private static final Messages TEXT = Messages.of(TransferSource.class);
    private static final String FILES = "manifest-files.json";
    private static final String SUMMARY = "manifest-summary.json";
    private static final int LARGEST_MANIFEST = 64_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    public TransferSource {
        files = List.copyOf(files);
    }

    /**
     * Finds the files: a folder or a manifest of an export to S3, downloaded as it is, stands for its data files.
     *
     * @throws InvalidInputException if the manifest is not valid, or a data file is missing
     */
    public static TransferSource of(Path file) {
        Path folder = Files.isDirectory(file) ? file : parent(file);
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file) || name.equals(FILES) || name.equals(SUMMARY)) {
            return manifest(folder);
        }
        return new TransferSource(List.of(file), -1);
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    private static TransferSource manifest(Path folder) {
        Path list = folder.resolve(FILES);
        checkFormat(folder.resolve(SUMMARY));
        List<Path> files = new ArrayList<>();
        long items = 0;
        for (String line : text(list).lines().filter(each -> !each.isBlank()).toList()) {
            JsonNode entry = json(list, line);
            String key = entry.path("dataFileS3Key").asText();
            Path data = folder.resolve("data").resolve(key.substring(key.lastIndexOf('/') + 1));
            Path beside = folder.resolve(String.valueOf(data.getFileName()));
            if (key.isEmpty() || !(Files.exists(data) || Files.exists(beside))) {
                throw new InvalidInputException(
                        "manifest_incomplete", TEXT.get("manifest.missing", key, folder), TEXT.get("manifest.missing.remedy"));
            }
            files.add(Files.exists(data) ? data : beside);
            items += entry.path("itemCount").asLong();
        }
        if (files.isEmpty()) {
            throw invalid(list, null);
        }
        return new TransferSource(files, items);
    }

    private static void checkFormat(Path summary) {
        if (Files.exists(summary)) {
            String format = json(summary, text(summary)).path("outputFormat").asText("DYNAMODB_JSON");
            if (!format.equals("DYNAMODB_JSON")) {
                throw new InvalidInputException("manifest_ion", TEXT.get("manifest.format", format), TEXT.get("manifest.format.remedy"));
            }
        }
    }

    private static String text(Path file) {
        try (InputStream in = RegularFiles.open(file)) {
            return new String(in.readNBytes(LARGEST_MANIFEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw invalid(file, e);
        }
    }

    private static JsonNode json(Path file, String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw invalid(file, e);
        }
    }

    private static InvalidInputException invalid(Path file, @Nullable Throwable cause) {
        return new InvalidInputException("manifest_malformed", TEXT.get("manifest.malformed", file), TEXT.get("manifest.malformed.remedy"),
                cause);
    }
}
