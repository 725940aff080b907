package dev.switchboard.postgres.connection;

import dev.switchboard.file.RegularFiles;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The password file of libpq: lines of {@code host:port:database:user:password}, in which {@code *} matches anything and a backslash
 * escapes the next character.
 */
final class PasswordFile {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);
    private static final int FIELDS = 5;
    private final List<List<String>> entries;

    private PasswordFile(List<List<String>> entries) {
        this.entries = entries;
    }

    /** Reads the entries of a file; none if it does not exist or other users can read it, as in libpq. */
    static PasswordFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new PasswordFile(List.of());
        }
        try {
            if (isOpenToOthers(file)) {
                LOG.warn("{} is not used because other users can read it. psql ignores it too. Run chmod 600 on it", file);
                return new PasswordFile(List.of());
            }
            return parse(lines(file));
        } catch (IOException e) {
            LOG.warn("Could not read {}", file, e);
            return new PasswordFile(List.of());
        }
    }

    /** Returns the lines that are valid UTF-8; a password in another encoding could not be sent to the server as it is. */
    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = RegularFiles.open(file)) {
            // Each byte becomes one character and back, which keeps the bytes of each line.
            String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            int number = 0;
            for (String line : bytes.split("\r\n|\n|\r", -1)) {
                number++;
                try {
                    lines.add(Utf8.decode(line.getBytes(StandardCharsets.ISO_8859_1)));
                } catch (Utf8.InvalidUtf8Exception e) {
                    LOG.warn("Line {} of {} is not used because it is not valid UTF-8. Save the file as UTF-8", number, file);
                }
            }
        }
        return lines;
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.stream().anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    static PasswordFile parse(List<String> lines) {
        return new PasswordFile(lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(PasswordFile::fields)
                .filter(fields -> fields.size() >= FIELDS)
                .toList());
    }

    /** Returns the password of the first matching line, trying each host of the URL in turn. */
    Optional<String> find(PostgresUrl url) {
        for (HostPort host : url.hosts()) {
            List<String> wanted = List.of(host.host(), Integer.toString(host.port()), url.database(), url.user());
            for (List<String> entry : entries) {
                if (matches(entry, wanted)) {
                    return Optional.of(unescape(entry.get(FIELDS - 1)));
                }
            }
        }
        return Optional.empty();
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
