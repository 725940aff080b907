package dev.switchboard.file;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes records to temporary files and reads them again. */
public interface RecordCodec<T> {
    void write(T record, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
}
