package dev.switchboard.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.switchboard.failure.BadInput;
import dev.switchboard.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Feeds a parser spoilt inputs, always the same ones. Only our own failures may come out, each within two seconds; the numbers are
 * printed and added to {@code target/bad-input.txt}.
 */
public final class Fuzz {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final String[] HOSTILE = {
        "'; DROP TABLE users; --", "$(rm -rf /)", "`id`", "../../../etc/passwd", "..\\..\\x", "%00", "%zz", "\0", "\uFEFF", "\u202E",
        "{{{{", "]]]]", "\"", "\\", "\n\n\n", "=HYPERLINK(1)", "1e999999999", "-0", "null", "Person 3: ", "://", "@", "?", "&a=b=c"
    };

    /** What is fed. */
    public interface Parser {
        void read(byte[] input) throws IOException;
    }

    private final Random random = new Random(20261125);
    private final Map<String, int[]> kinds = new TreeMap<>();
    private final String name;
    private final Parser parser;

    public Fuzz(String name, Parser parser) {
        this.name = name;
        this.parser = parser;
    }

    /** Feeds the good input spoilt in each way, this many times. */
    public Fuzz spoil(byte[] good, int times) throws IOException {
        byte[] huge = new byte[6_000_000];
        Arrays.fill(huge, (byte) 'a');
        feed("empty", new byte[0]);
        feed("huge", huge);
        feed("deep", "[".repeat(200_000).getBytes(UTF_8));
        feed("deep", "{\"a\":".repeat(100_000).getBytes(UTF_8));
        feed("UTF-16", new String(good, UTF_8).getBytes(UTF_16));
        feed("BOM", ("\uFEFF" + new String(good, UTF_8)).getBytes(UTF_8));
        feed("Latin-1", (new String(good, UTF_8) + "\u00e4\u00f6").getBytes(ISO_8859_1));
        for (int i = 0; i < times; i++) {
            byte[] binary = new byte[random.nextInt(400)];
            random.nextBytes(binary);
            feed("binary", binary);
            feed("cut", Arrays.copyOf(good, random.nextInt(good.length + 1)));
            byte[] flipped = good.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
            }
            feed("flipped", flipped);
            feed("hostile", with(good, HOSTILE[random.nextInt(HOSTILE.length)].getBytes(UTF_8)));
            int from = random.nextInt(good.length);
            feed("repeated", with(good, Arrays.copyOfRange(good, from, from + random.nextInt(good.length - from + 1))));
        }
        return this;
    }

    private byte[] with(byte[] good, byte[] inserted) {
        int at = random.nextInt(good.length + 1);
        byte[] made = new byte[good.length + inserted.length];
        System.arraycopy(good, 0, made, 0, at);
        System.arraycopy(inserted, 0, made, at, inserted.length);
        System.arraycopy(good, at, made, at + inserted.length, good.length - at);
        return made;
    }

    /** Feeds one input. */
    public void feed(String kind, byte[] input) throws IOException {
        int[] counts = kinds.computeIfAbsent(kind, k -> new int[2]);
        counts[0]++;
        long started = System.nanoTime();
        try {
            parser.read(input);
        } catch (Failure e) {
            counts[1]++;
            if (e instanceof BadInput && e.sentence().isBlank()) {
                throw new AssertionError(name + ": no sentence", e);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String shown = new String(Arrays.copyOf(input, Math.min(input.length, 300)), ISO_8859_1);
            throw new AssertionError(name + " fails on " + kind + ": " + shown, e);
        }
        if (System.nanoTime() - started > LONGEST.toNanos()) {
            throw new AssertionError(name + " took too long for " + kind + " of " + input.length + " bytes");
        }
    }

    /** Prints how many inputs of each kind were tried and how many of them were refused; returns how many in all. */
    public int report() throws IOException {
        StringBuilder text = new StringBuilder();
        int all = 0;
        for (Map.Entry<String, int[]> kind : kinds.entrySet()) {
            text.append("%-24s %-10s %6d tried %6d refused%n".formatted(name, kind.getKey(), kind.getValue()[0], kind.getValue()[1]));
            all += kind.getValue()[0];
        }
        StandardOpenOption how = BEGUN.getAndSet(true) ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        Files.writeString(Path.of(System.getProperty("switchboard.build"), "bad-input.txt"), text, StandardOpenOption.CREATE, how);
        System.out.print(text);
        return all;
    }
}
