package dev.switchboard.transfer.mask;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Replaces each letter by a letter of the same script and case, and each digit by a digit of the same script; everything else, such as spaces
 * and emoji, stays. The result has as many characters and bytes as the text, and is the same for the same text.
 */
final class TextMask {
    private static final int WINDOW = 24;
    private static final int LETTERS = 26;
    private static final int DIGITS = 10;
    private final MaskKey key;

    TextMask(MaskKey key) {
        this.key = key;
    }

    String mask(String text) {
        SplittableRandom random = new SplittableRandom(key.number("text", text));
        StringBuilder masked = new StringBuilder(text.length());
        text.codePoints().forEach(point -> masked.appendCodePoint(mask(point, random)));
        return masked.toString();
    }

    /** Returns random bytes of the same number, the same for the same bytes. */
    byte[] mask(byte[] bytes, String asText) {
        byte[] masked = new byte[bytes.length];
        new SplittableRandom(key.number("bytes", asText)).nextBytes(masked);
        return masked;
    }

    private static int mask(int point, SplittableRandom random) {
        if (point >= 'a' && point <= 'z') {
            return 'a' + random.nextInt(LETTERS);
        }
        if (point >= 'A' && point <= 'Z') {
            return 'A' + random.nextInt(LETTERS);
        }
        if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
            return point - Character.digit(point, DIGITS) + random.nextInt(DIGITS);
        }
        if (!Character.isLetter(point)) {
            return point;
        }
        List<Integer> others = new ArrayList<>();
        for (int other = Math.max(0, point - WINDOW); other <= point + WINDOW; other++) {
            if (isLike(point, other)) {
                others.add(other);
            }
        }
        return others.get(random.nextInt(others.size()));
    }

    private static boolean isLike(int point, int other) {
        return Character.isDefined(other)
                && Character.getType(other) == Character.getType(point)
                && Character.UnicodeScript.of(other) == Character.UnicodeScript.of(point)
                && bytes(other) == bytes(point);
    }

    private static int bytes(int point) {
        return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
}
