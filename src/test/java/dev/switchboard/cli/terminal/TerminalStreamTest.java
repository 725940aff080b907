package dev.switchboard.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Everything that is printed passes the filter, however it is printed. */
class TerminalStreamTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TerminalStream stream = TerminalStream.of(new PrintStream(bytes, false, StandardCharsets.UTF_8));

    private String printed() {
        stream.flush();
        String text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text.replace(System.lineSeparator(), "\n");
    }

    @Test
    void everyMethodOfThePrintStreamIsFiltered() throws Exception {
        stream.print("a\u001B\u009Bş漢😀\u202E");
        stream.print('\u0007');
        stream.print(new char[] {'\b', 'x'});
        stream.print((Object) "\r");
        stream.append("\u0085").append('\u2028').append("12\u001B34", 1, 4);
        stream.printf("%s", "\u007F");
        stream.println("b\u001Bc\nd\te");
        stream.write("\u001B[2J\uFEFF".getBytes(StandardCharsets.UTF_8));
        stream.write(0x1B);

        assertThat(printed())
                .isEqualTo("a\uFFFD\uFFFDş漢😀\uFFFD\uFFFD\uFFFDx\uFFFD\uFFFD\uFFFD2\uFFFD3\uFFFDb\uFFFDc\nd\te\n\uFFFD[2J\uFFFD\uFFFD");
    }

    @Test
    void aCharacterThatIsWrittenInPiecesStaysWhole() {
        String text = "ş漢😀\u009B".repeat(10_000);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            stream.write(octet);
        }
        assertThat(printed()).isEqualTo(text.replace('\u009B', '\uFFFD'));

        stream.print(text);
        assertThat(printed()).isEqualTo(text.replace('\u009B', '\uFFFD'));
    }

    @Test
    void onlyTheProgressLineClearsTheLine() {
        stream.replaceLine("5 of 10\u001B[2J");

        assertThat(printed()).isEqualTo("\r\u001B[K5 of 10\uFFFD[2J");
    }

    @Test
    void aClosedOutputIsReported() {
        TerminalStream closed = TerminalStream.of(new PrintStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("broken pipe");
            }
        }));
        closed.println("x");

        assertThat(closed.checkError()).isTrue();
    }

    @Test
    void theFirstFailureIsKeptAndNothingIsWrittenAfterIt() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        IOException full = new IOException("No space left on device");
        boolean[] space = {false};
        TerminalStream out = TerminalStream.to(
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        if (!space[0]) {
                            throw full;
                        }
                        written.write(octet);
                    }
                },
                StandardCharsets.UTF_8);
        assertThat(out.failure()).isNull();

        out.println("the first half");
        space[0] = true;
        out.println("the second half");
        out.flush();

        assertThat(out.failure()).isSameAs(full);
        assertThat(written.size()).as("no second half without the first").isZero();
    }

    @Test
    void aFailureOfTheLastFlushIsKept() {
        TerminalStream out = TerminalStream.to(
                new BufferedOutputStream(new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("No space left on device");
                    }
                }),
                StandardCharsets.UTF_8);
        out.println("short");
        assertThat(out.failure()).isNull();

        out.flush();

        assertThat(out.failure()).hasMessage("No space left on device");
    }

    @Test
    void aStreamIsWrappedOnce() {
        assertThat(TerminalStream.of(stream)).isSameAs(stream);
    }
}
