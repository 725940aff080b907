package dev.switchboard.explorer.query;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.PrivateFiles;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The saved queries, each a text file of the folder {@code queries}, so that a team can keep them in a repository: the first line is a
 * comment with the name, the rest is the text. Thread-safe.
 */
public final class SavedQueries {
    /** Maximum length of a name. */
    public static final int LONGEST_NAME = 120;

    private static final Messages TEXT = Messages.of(SavedQueries.class);
    private static final String SUFFIX = ".query";
    private static final String COMMENT = "-- ";
    private static final long LARGEST = 1 << 20;
    private final Home home;

    /** @param home the folder that has the folder {@code queries} */
    public SavedQueries(Home home) {
        this.home = home;
    }

    /** The folder of the files; it may not exist yet. */
    public Path folder() {
        return home.queries();
    }

    /**
     * Returns all saved queries, ordered by name. A file without a name has that of the file.
     *
     * @throws OperationFailedException if the folder or a file of it cannot be read
     */
    public List<SavedQuery> list() {
        List<SavedQuery> queries = new ArrayList<>();
        for (Path file : files()) {
            queries.add(read(file));
        }
        queries.sort(Comparator.comparing(SavedQuery::name, String.CASE_INSENSITIVE_ORDER));
        return queries;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && Files.isRegularFile(file)).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw unreadable(folder(), e);
        }
    }

    private static SavedQuery read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("larger than 1 MB");
            }
            String text = Files.readString(file).replace("\r\n", "\n");
            String otherwise = String.valueOf(file.getFileName()).replaceFirst("\\.query$", "");
            if (!text.startsWith("--")) {
                return new SavedQuery(otherwise, text.strip());
            }
            int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
            String name = text.substring(2, end).strip();
            return new SavedQuery(name.isEmpty() ? otherwise : name, text.substring(end).strip());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static OperationFailedException unreadable(Path file, IOException cause) {
        return new OperationFailedException(TEXT.get("saved.unreadable", file), TEXT.get("saved.unreadable.remedy"), cause);
    }

    /**
     * Saves a query. One with the same name is replaced.
     *
     * @return the file
     * @throws InvalidInputException if the name is empty, too long, or more than a line
     * @throws OperationFailedException if it cannot be written
     */
    public Path save(SavedQuery query) {
        String name = query.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.lines().count() != 1) {
            throw new InvalidInputException("query_name", TEXT.get("saved.name.missing"), TEXT.get("saved.name.remedy", LONGEST_NAME));
        }
        Path file = file(name);
        try {
            home.ensure(folder());
            PrivateFiles.write(file, COMMENT + name + "\n" + query.text().strip() + "\n");
            return file;
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("saved.unwritable", file), TEXT.get("saved.unwritable.remedy"), e);
        }
    }

    /** Returns the file that has a query of this name, or that is free for it: two names can give the same file name. */
    private Path file(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^\\p{L}\\p{Nd}]+", "-").replaceAll("^-|-$", "");
        String stem = slug.isEmpty() ? "query" : slug;
        for (int number = 1;; number++) {
            Path file = folder().resolve(number == 1 ? stem + SUFFIX : stem + "-" + number + SUFFIX);
            if (!Files.exists(file) || read(file).name().equalsIgnoreCase(name)) {
                return file;
            }
        }
    }

    /**
     * Deletes the query with a name.
     *
     * @throws InvalidInputException if there is none
     * @throws OperationFailedException if its file cannot be deleted
     */
    public void delete(String name) {
        Path file = files().stream()
                .filter(candidate -> read(candidate).name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(name));
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("saved.unwritable", file), TEXT.get("saved.unwritable.remedy"), e);
        }
    }

    /**
     * Returns the query with a name.
     *
     * @throws InvalidInputException if there is none
     */
    public SavedQuery find(String name) {
        return list().stream().filter(query -> query.name().equals(name)).findFirst().orElseThrow(() -> missing(name));
    }

    private InvalidInputException missing(String name) {
        return new InvalidInputException(
                "query_not_found", TEXT.get("saved.missing", Quote.of(name)), TEXT.get("saved.missing.remedy", folder()));
    }
}
