package dev.switchboard.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A way in which an input goes bad. */
enum InputCorruption {
    EMPTY(3),
    TRUNCATED(400),
    BYTES_CHANGED(600),
    CUT_AND_REPEATED(400),
    BINARY(200),
    UTF_16(40),
    LATIN_1(40),
    BYTE_ORDER_MARK(40),
    HOSTILE(400),
    DEEPLY_NESTED(12),
    HUGE(4);

    private static final List<String> ATTACKS = List.of(
            "'; DROP TABLE users; --", "\"; rm -rf / #", "$(reboot)", "`id`", "../../../../etc/passwd", "..\\..\\windows",
            "=cmd|'/c calc'!A1",
            "%00", "\0", "\u001b[2J", "\u202e", "\u2028", "\\ud800", "\ufeff", "{0}", "%s%n", "1e999999999", "-0", "9".repeat(500),
            "{\"$ref\":\"#\"}", "[", "{", "\"", "'", "$$", "/*", "@", ":", "?", "#", "&", "=", "%zz", "://", "[::1", "\r", "null",
            "<!ENTITY x>");

    private final int times;

    InputCorruption(int times) {
        this.times = times;
    }

    /** How many inputs of it each parser gets. */
    int times() {
        return times;
    }

    byte[] spoil(byte[] good, RandomGenerator random) {
        return switch (this) {
            case EMPTY -> " \n".repeat(random.nextInt(2)).getBytes(StandardCharsets.UTF_8);
            case TRUNCATED -> Arrays.copyOf(good, random.nextInt(good.length));
            case BYTES_CHANGED -> changed(good, random);
            case CUT_AND_REPEATED -> repeated(good, random);
            case BINARY -> random(random);
            case UTF_16 -> text(good).getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            case LATIN_1 -> inserted(good, "é".repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.ISO_8859_1), random);
            case BYTE_ORDER_MARK -> ("\ufeff" + text(good)).getBytes(StandardCharsets.UTF_8);
            case HOSTILE -> inserted(good, ATTACKS.get(random.nextInt(ATTACKS.size())).getBytes(StandardCharsets.UTF_8), random);
            case DEEPLY_NESTED -> inserted(good, deep(random).getBytes(StandardCharsets.UTF_8), random);
            case HUGE -> huge(good, random);
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] changed(byte[] good, RandomGenerator random) {
        byte[] changed = good.clone();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private static byte[] repeated(byte[] good, RandomGenerator random) {
        int from = random.nextInt(good.length);
        int to = from + random.nextInt(good.length - from + 1);
        return inserted(good, Arrays.copyOfRange(good, from, to), random);
    }

    private static byte[] random(RandomGenerator random) {
        byte[] bytes = new byte[1 + random.nextInt(2000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] inserted(byte[] good, byte[] part, RandomGenerator random) {
        int at = random.nextInt(good.length + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, at);
        out.writeBytes(part);
        out.write(good, at, good.length - at);
        return out.toByteArray();
    }

    private static String deep(RandomGenerator random) {
        return List.of("[", "{\"a\":", "{\"M\":{\"a\":", "{\"L\":[", "/*", "(", "a.", "$a$").get(random.nextInt(8)).repeat(30_000);
    }

    private static byte[] huge(byte[] good, RandomGenerator random) {
        int from = random.nextInt(good.length);
        byte[] part = Arrays.copyOfRange(good, from, Math.min(good.length, from + 1 + random.nextInt(20)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, from);
        while (out.size() < 800_000) {
            out.writeBytes(part);
        }
        out.write(good, from, good.length - from);
        return out.toByteArray();
    }
}
