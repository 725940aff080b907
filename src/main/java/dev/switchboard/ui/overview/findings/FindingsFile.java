package dev.switchboard.ui.overview.findings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.doctor.data.Findings;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import dev.switchboard.transfer.format.CsvCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes all findings of a check to a file: CSV where its name ends with {@code .csv}, otherwise one JSON object a line. */
final class FindingsFile {
    private static final Messages TEXT = Messages.of(FindingsFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PROGRESS_STEP = 1_000;

    private FindingsFile() {}

    /**
     * Writes the file, and replaces one of this name.
     *
     * @param names the parts of the subjects, for the columns of CSV
     * @return the number of findings written
     * @throws OperationFailedException if the file cannot be written
     */
    static long write(Findings findings, List<String> names, Path file, Progress progress) {
        boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        long[] written = new long[1];
        try (NewFile target = NewFile.at(file)) {
            try (Writer out = new BufferedWriter(new OutputStreamWriter(target.output(), StandardCharsets.UTF_8))) {
                if (csv) {
                    List<String> titles = new ArrayList<>(names);
                    titles.add("detail");
                    out.write(String.join(",", titles) + "\r\n");
                }
                findings.forEach(finding -> {
                    progress.stopIfCancelled();
                    append(out, csv ? csv(finding, names) : json(finding));
                    if (++written[0] % PROGRESS_STEP == 0) {
                        progress.advance(written[0], findings.count());
                    }
                });
            }
            target.replace();
        } catch (IOException | UncheckedIOException e) {
            throw new OperationFailedException(
                    TEXT.get("export.failed", file), TEXT.get("export.failed.remedy"), e);
        }
        return written[0];
    }

    private static void append(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String csv(Finding finding, List<String> names) {
        StringBuilder line = new StringBuilder();
        names.forEach(name -> line.append(cell(finding.subject(name))).append(','));
        return line.append(cell(finding.detail())).append("\r\n").toString();
    }

    /** A text that a spreadsheet neither runs nor converts. */
    private static String cell(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return '"' + CsvCell.write(new TypedValue.Text(text)).replace("\"", "\"\"") + '"';
    }

    private static String json(Finding finding) {
        return toJson(finding) + "\n";
    }

    /** Returns a finding as a JSON object: check, subject and detail. */
    static String toJson(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("check", finding.check().id());
        object.put("subject", finding.subject());
        object.put("detail", finding.detail());
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written as JSON", e);
        }
    }
}
