package dev.switchboard.file;

import java.util.zip.ZipException;

/** A gzip file contains bytes after its end that do not begin another member. */
public final class TrailingBytesException extends ZipException {
    private static final long serialVersionUID = 1L;

    TrailingBytesException() {
        super("unexpected content after the end");
    }
}
