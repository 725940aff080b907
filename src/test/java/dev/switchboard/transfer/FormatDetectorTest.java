package dev.switchboard.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.transfer.format.FormatDetector;
import dev.switchboard.transfer.format.TransferFormat;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of a file by its name and its first record. */
class FormatDetectorTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a.json | {"Item":{"pk":{"S":"a"}}} | DYNAMODB_JSON
            a.json | {"pk":{"S":"a"},"m":{"M":{}}} | DYNAMODB_JSON
            a.json | {"pk":"a","n":1} | JSON
            a.json | {"pk":"a","Item":{"x":{"S":"y"}}} | JSON
            a.json | {"Item":{"pk":"a"}} | JSON
            a.json | {"pk":{"S":"a","N":"1"}} | JSON
            a.txt | pk,sk | CSV
            a.csv | {"pk" | CSV
            a.json | {damaged | DYNAMODB_JSON
            a.json | ~~ | DYNAMODB_JSON
            """)
    void theFormatIsFound(String name, String line, TransferFormat format) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, "\uFEFF\n" + line + "\n");
        assertThat(FormatDetector.detect(file)).isEqualTo(format);
        Path packed = folder.resolve(name + ".gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(FormatDetector.detect(packed)).isEqualTo(format);
    }

    @Test
    void aMissingFileIsSaid() {
        assertThatThrownBy(() -> FormatDetector.detect(folder.resolve("none.json"))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("was not found");
    }
}
