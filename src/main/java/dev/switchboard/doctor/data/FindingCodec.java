package dev.switchboard.doctor.data;

import dev.switchboard.file.RecordCodec;
import dev.switchboard.file.RecordTexts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of the findings of one check in a file. */
public record FindingCodec(DataCheck check) implements RecordCodec<Finding> {
    @Override
    public void write(Finding finding, DataOutput out) throws IOException {
        out.writeInt(finding.subject().size());
        for (Map.Entry<String, String> part : finding.subject().entrySet()) {
            RecordTexts.write(part.getKey(), out);
            RecordTexts.write(part.getValue(), out);
        }
        RecordTexts.write(finding.detail(), out);
    }

    @Override
    public Finding read(DataInput in) throws IOException {
        Map<String, String> subject = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            subject.put(RecordTexts.read(in), RecordTexts.read(in));
        }
        return new Finding(check, subject, RecordTexts.read(in));
    }
}
