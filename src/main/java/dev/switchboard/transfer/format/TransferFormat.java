package dev.switchboard.transfer.format;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The format of a file of items. */
public enum TransferFormat {
    /** One {@code {"Item":{…}}} a line, as exports to S3 have them: every type survives. */
    DYNAMODB_JSON("dynamodb-json", "json"),
    /** One JSON object a line: sets become lists, and binary values strings of Base64. */
    JSON("json", "json"),
    /** A header of the attribute names and one record for each item: every type survives, see {@link CsvCell}. */
    CSV("csv", "csv");

    private final String code;
    private final String extension;

    TransferFormat(String code, String extension) {
        this.code = code;
        this.extension = extension;
    }

    /** The name of the format on the command line. */
    public String code() {
        return code;
    }

    /** The usual extension of a file name, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Returns the format with this name.
     *
     * @throws InvalidInputException if there is none
     */
    public static TransferFormat of(String code) {
        return Arrays.stream(values()).filter(format -> format.code.equals(code)).findFirst().orElseThrow(() -> {
            Messages text = Messages.of(TransferFormat.class);
            return new InvalidInputException("format_unknown", text.get("format.unknown", code), text.get("format.unknown.remedy"));
        });
    }

    /** Returns the format that a file name suggests: CSV for {@code .csv} and {@code .csv.gz}, otherwise DynamoDB JSON. */
    public static TransferFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz") ? CSV : DYNAMODB_JSON;
    }

    /** Whether a file of this name is compressed when it is written. */
    public static boolean isCompressed(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
