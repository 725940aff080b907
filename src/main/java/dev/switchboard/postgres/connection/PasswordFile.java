package dev.switchboard.postgres.connection;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.RegularFiles;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The password file of libpq: lines of {@code host:port:database:user:password}, in which {@code *} matches anything and a backslash
 * escapes the next character. Lines are compared as bytes, so that one in another encoding does not hide the others.
 */
final class PasswordFile {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);
    private static final Messages TEXT = Messages.of(PasswordFile.class);
    private static final int FIELDS = 5;
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private final Path file;
    private final List<Line> lines;
    private final @Nullable String problem;

    /** A line with its number, from 1, and its fields, in which each character is a byte. */
    private record Line(int number, List<String> fields) {}

    private PasswordFile(Path file, List<Line> lines, @Nullable String problem) {
        this.file = file;
        this.lines = lines;
        this.problem = problem;
    }

    /** Reads the lines of a file; none if it does not exist, or if it cannot be used for a reason that {@link #problem} tells. */
    static PasswordFile read(Path file) {
        if (!Files.exists(file)) {
            return new PasswordFile(file, List.of(), null);
        }
        if (!Files.isRegularFile(file)) {
            return unusable(file, TEXT.get("passfile.special", file));
        }
        try {
            if (isOpenToOthers(file)) {
                return unusable(file, TEXT.get("passfile.open", file));
            }
            try (InputStream in = RegularFiles.open(file)) {
                String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                return new PasswordFile(file, lines(bytes), null);
            }
        } catch (IOException e) {
            LOG.debug("Could not read {}", file, e);
            return unusable(file, TEXT.get("passfile.unreadable", file));
        }
    }

    private static PasswordFile unusable(Path file, String problem) {
        LOG.warn("{}", problem);
        return new PasswordFile(file, List.of(), problem);
    }

    /** Returns why the file is not used; null if it is, or does not exist. */
    @Nullable
    String problem() {
        return problem;
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    /** Reads the lines of a text, as if it were a file in UTF-8. */
    static PasswordFile parse(List<String> lines) {
        return new PasswordFile(Path.of(""), lines(bytes(String.join("\n", lines))), null);
    }

    private static List<Line> lines(String bytes) {
        String text = bytes.startsWith(BYTE_ORDER_MARK) ? bytes.substring(BYTE_ORDER_MARK.length()) : bytes;
        String[] all = text.split("\r\n|\n|\r", -1);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            List<String> fields = all[i].isBlank() || all[i].startsWith("#") ? List.of() : fields(all[i]);
            if (fields.size() >= FIELDS) {
                lines.add(new Line(i + 1, fields));
            }
        }
        return lines;
    }

    /**
     * Returns the password of the first matching line, trying each host of the URL in turn.
     *
     * @throws OperationFailedException if it is not valid UTF-8, in which the driver sends it
     */
    Optional<String> find(PostgresUrl url) {
        for (HostPort host : url.hosts()) {
            List<String> wanted =
                    List.of(bytes(host.host()), Integer.toString(host.port()), bytes(url.database()), bytes(url.user()));
            for (Line line : lines) {
                if (matches(line.fields(), wanted)) {
                    return Optional.of(password(line));
                }
            }
        }
        return Optional.empty();
    }

    private String password(Line line) {
        try {
            return Utf8.decode(unescape(line.fields().get(FIELDS - 1)).getBytes(StandardCharsets.ISO_8859_1));
        } catch (Utf8.InvalidUtf8Exception e) {
            throw new OperationFailedException(
                    TEXT.get("passfile.not-utf8", Integer.toString(line.number()), file), TEXT.get("passfile.not-utf8.remedy"), e);
        }
    }

    /** Returns a text in which each character is a byte of the UTF-8 form. */
    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean matches(List<String> entry, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!entry.get(i).equals("*") && !unescape(entry.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Splits at the colons that are not escaped. Escapes are kept, so that an escaped asterisk differs from a wildcard. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(c).append(line.charAt(++i));
            } else if (c == ':' && fields.size() < FIELDS) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static String unescape(String field) {
        return field.replaceAll("\\\\(.)", "$1");
    }
}
