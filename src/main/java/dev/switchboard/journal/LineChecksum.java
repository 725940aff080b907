package dev.switchboard.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The checksum at the end of a journal line: the CRC-32C of the bytes of the line without the checksum. It detects damage, such as a
 * flipped bit or a lost block. It does not protect against tampering, because anyone who can write the file can compute it.
 */
final class LineChecksum {
    private static final String START = ",\"crc\":\"";
    private static final int DIGITS = 8;
    private static final String END = "\"}";
    private static final int LENGTH = START.length() + DIGITS + END.length();

    private LineChecksum() {}

    /**
     * Returns the line with its checksum as the last member.
     *
     * @param line a JSON object
     */
    static String append(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        String digits = digits(bytes, bytes.length - 1);
        return line.substring(0, line.length() - 1) + START + digits + END;
    }

    /** Whether the line ends in the checksum of its other bytes. */
    static boolean isIntact(byte[] line) {
        int start = line.length - LENGTH;
        return start > 0
                && new String(line, start, LENGTH, StandardCharsets.ISO_8859_1).equals(START + digits(line, start) + END);
    }

    /**
     * Whether the line ends in a checksum, which may be wrong or itself be damaged in a few places. A line that was cut off while it was
     * written has none.
     */
    static boolean isPresent(byte[] line) {
        return isPresent(line, line.length) || isPresent(line, line.length - 1); // a damaged line feed is one more byte
    }

    private static boolean isPresent(byte[] line, int end) {
        if (end < LENGTH) {
            return false;
        }
        String ending = new String(line, end - LENGTH, LENGTH, StandardCharsets.ISO_8859_1);
        String template = START + "0".repeat(DIGITS) + END;
        int same = 0;
        for (int i = 0; i < LENGTH; i++) {
            boolean digit = i >= START.length() && i < START.length() + DIGITS;
            if (digit ? HexFormat.isHexDigit(ending.charAt(i)) : ending.charAt(i) == template.charAt(i)) {
                same++;
            }
        }
        return same >= LENGTH - 4;
    }

    /** The checksum of the first bytes and the closing brace. */
    private static String digits(byte[] line, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(line, 0, length);
        checksum.update('}');
        return HexFormat.of().toHexDigits((int) checksum.getValue());
    }
}
