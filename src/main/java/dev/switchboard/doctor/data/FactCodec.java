package dev.switchboard.doctor.data;

import dev.switchboard.file.RecordCodec;
import dev.switchboard.file.RecordTexts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The form of facts in files. */
public final class FactCodec implements RecordCodec<Fact> {
    @Override
    public void write(Fact fact, DataOutput out) throws IOException {
        out.writeBoolean(fact instanceof Fact.RowFact);
        RecordTexts.write(fact.group(), out);
        RecordTexts.write(fact.sortKey(), out);
        RecordTexts.write(fact.person(), out);
        String last =
                switch (fact) {
                    case Fact.RowFact row -> row.other();
                    case Fact.MessageFact message -> message.uuid();
                };
        RecordTexts.write(last, out);
        out.writeLong(fact.text());
    }

    @Override
    public Fact read(DataInput in) throws IOException {
        boolean row = in.readBoolean();
        String group = RecordTexts.read(in);
        String sortKey = RecordTexts.read(in);
        String person = RecordTexts.read(in);
        String last = RecordTexts.read(in);
        long text = in.readLong();
        return row ? new Fact.RowFact(group, sortKey, person, last, text) : new Fact.MessageFact(group, sortKey, person, last, text);
    }
}
