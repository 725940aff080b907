package dev.switchboard;

import dev.switchboard.cli.terminal.BrokenPipeException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Standard output or standard error of this process, unbuffered. It tells a reader that went away from a disk that is full. */
final class StandardOutput extends FilterOutputStream {
    /** {@code O_NONBLOCK}: a write to such a pipe also fails while the reader is slow. */
    private static final int NON_BLOCKING = 0x800;

    private final String number;

    private StandardOutput(FileDescriptor descriptor, int number) {
        super(new FileOutputStream(descriptor));
        this.number = Integer.toString(number);
    }

    static OutputStream out() {
        return new StandardOutput(FileDescriptor.out, 1);
    }

    static OutputStream err() {
        return new StandardOutput(FileDescriptor.err, 2);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw isReaderGone(e) ? new BrokenPipeException(e) : e;
        }
    }

    /** The message is the system's own, in the language of the user; Linux also tells what the output is connected to. */
    private boolean isReaderGone(IOException thrown) {
        if (String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
            return true;
        }
        Path self = Path.of("/proc/self");
        Path link = self.resolve("fd").resolve(number);
        try {
            String target = Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
            boolean pipe = target.startsWith("pipe:") || target.startsWith("socket:");
            return pipe && isBlocking(Files.readString(self.resolve("fdinfo").resolve(number), StandardCharsets.ISO_8859_1));
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isBlocking(String information) {
        return information.lines()
                .filter(line -> line.startsWith("flags:"))
                .allMatch(line -> (Integer.parseInt(line.substring("flags:".length()).strip(), 8) & NON_BLOCKING) == 0);
    }
}
