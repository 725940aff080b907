package dev.switchboard.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads a gzip file of any number of members. The JDK's stream calls itself for each empty member, so a file of very many of them
 * exhausts the stack; and it ignores trailing bytes that do not begin another member, which are an error here.
 */
public final class GzipReader extends InflaterInputStream {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int TIME_TO_SYSTEM = 6;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final CRC32 checksum = new CRC32();
    /** The compressed bytes of the buffer that the inflater has not taken. */
    private int position;

    private boolean anyMember;
    private boolean inMember;
    private boolean ended;
    private long length;

    private GzipReader(InputStream packed) {
        super(packed, new Inflater(true), BUFFER);
    }

    /**
     * Opens a file.
     *
     * @throws IOException if it cannot be read or does not begin with a gzip header
     */
    public static GzipReader open(Path file) throws IOException {
        GzipReader reader = new GzipReader(RegularFiles.open(file));
        try {
            if (!reader.readHeader()) {
                throw new EOFException("the file is empty");
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
        if (size == 0) {
            return 0;
        }
        while (!ended) {
            if (inMember) {
                int count = inflate(target, offset, size);
                if (count > 0) {
                    return count;
                }
                readTrailer();
            } else if (!readHeader()) {
                ended = true;
            }
        }
        return -1;
    }

    /** Returns the number of bytes inflated; 0 at the end of a member. */
    private int inflate(byte[] target, int offset, int size) throws IOException {
        try {
            while (true) {
                int count = inf.inflate(target, offset, size);
                if (count > 0) {
                    checksum.update(target, offset, count);
                    length += count;
                    return count;
                }
                if (inf.finished()) {
                    position = len - inf.getRemaining();
                    return 0;
                }
                if (inf.needsDictionary()) {
                    throw new ZipException("a dictionary is missing");
                }
                if (!refill()) {
                    throw new EOFException("the file is incomplete");
                }
                giveToInflater();
            }
        } catch (DataFormatException e) {
            throw (IOException) new ZipException("the compressed data are damaged").initCause(e);
        }
    }

    private void giveToInflater() {
        inf.setInput(buf, position, len - position);
        position = len;
    }

    private boolean refill() throws IOException {
        len = Math.max(0, in.read(buf, 0, buf.length));
        position = 0;
        return len > 0;
    }

    /** Returns false at the end of the file. */
    private boolean readHeader() throws IOException {
        if (position == len && !refill()) {
            return false;
        }
        if (octet() != MAGIC_1 || octetOr(-1) != MAGIC_2) {
            throw anyMember ? new TrailingBytesException() : new ZipException("not a gzip file");
        }
        anyMember = true;
        if (octet() != DEFLATE) {
            throw new ZipException("an unknown compression method");
        }
        int flags = octet();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("unknown header flags");
        }
        skip(TIME_TO_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(octet() | octet() << 8);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CHECKSUM) != 0 ? 2 : 0);
        inf.reset();
        checksum.reset();
        length = 0;
        giveToInflater();
        inMember = true;
        return true;
    }

    private void readTrailer() throws IOException {
        if (number() != checksum.getValue() || number() != (length & 0xFFFFFFFFL)) {
            throw new ZipException("the checksum does not match");
        }
        inMember = false;
    }

    private long number() throws IOException {
        return octet() | octet() << 8 | octet() << 16 | (long) octet() << 24;
    }

    private void skip(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            octet();
        }
    }

    private void skipText(boolean exists) throws IOException {
        while (exists && octet() != 0) {
            // ends with a zero byte
        }
    }

    private int octet() throws IOException {
        int octet = octetOr(-1);
        if (octet < 0) {
            throw new EOFException("the file is incomplete");
        }
        return octet;
    }

    private int octetOr(int atEnd) throws IOException {
        return position < len || refill() ? buf[position++] & 0xFF : atEnd;
    }

    @Override
    public int available() {
        return ended ? 0 : 1;
    }

    @Override
    public void close() throws IOException {
        inf.end(); // not released by the superclass, which did not create it
        super.close();
    }
}
