package dev.switchboard.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of a request, which ends where its length or its last chunk says. It is never read beyond a limit. */
public final class RequestBody extends InputStream {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Pattern CHUNK = Pattern.compile("([0-9a-fA-F]{1,8})(;.*)?");
    private static final int LONGEST_LINE = 1024;
    private final InputStream in;
    private final boolean chunked;
    private final long limit;
    /** Of the body, or of the current chunk. */
    private long left;
    private long total;
    private boolean started;
    private boolean ended;

    private RequestBody(InputStream in, boolean chunked, long length, long limit) {
        this.in = in;
        this.chunked = chunked;
        this.limit = limit;
        left = length;
        ended = !chunked && length == 0;
    }

    /**
     * The body that follows a head.
     *
     * @throws HttpRefusal if its length is ambiguous or larger than the limit
     */
    static RequestBody of(RequestHead head, InputStream in, long limit) throws HttpRefusal {
        List<String> encodings = head.values("transfer-encoding");
        @Nullable String length = head.value("content-length");
        if (!encodings.isEmpty()) {
            if (length != null || encodings.size() > 1 || !encodings.getFirst().toLowerCase(Locale.ROOT).equals("chunked")) {
                throw HttpRefusal.badRequest("The length of the body is ambiguous.");
            }
            return new RequestBody(in, true, 0, limit);
        }
        if (length == null) {
            return new RequestBody(in, false, 0, limit);
        }
        if (!LENGTH.matcher(length).matches()) {
            throw HttpRefusal.badRequest("The Content-Length header is not valid.");
        }
        long bytes = Long.parseLong(length);
        if (bytes > limit) {
            throw HttpRefusal.tooLarge(limit);
        }
        return new RequestBody(in, false, bytes, limit);
    }

    boolean chunked() {
        return chunked;
    }

    /** Whether all of it was read. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (chunked && left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw HttpRefusal.badRequest("The request ended within its body.");
        }
        left -= count;
        total += count;
        ended = !chunked && left == 0;
        return count;
    }

    private void nextChunk() throws IOException {
        if (started && !line().isEmpty()) {
            throw HttpRefusal.badRequest("The chunks of the body are not valid.");
        }
        started = true;
        var size = CHUNK.matcher(line());
        if (!size.matches()) {
            throw HttpRefusal.badRequest("The chunks of the body are not valid.");
        }
        left = Long.parseLong(size.group(1), 16);
        if (total + left > limit) {
            throw HttpRefusal.tooLarge(limit);
        }
        if (left == 0) {
            if (!line().isEmpty()) {
                throw HttpRefusal.badRequest("Trailers are not supported.");
            }
            ended = true;
        }
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0 && text.length() < LONGEST_LINE; c = in.read()) {
            if (c == '\n' && !text.isEmpty() && text.charAt(text.length() - 1) == '\r') {
                return text.substring(0, text.length() - 1);
            }
            text.append((char) c);
        }
        throw HttpRefusal.badRequest("The chunks of the body are not valid.");
    }
}
