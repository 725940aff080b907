package dev.switchboard.seeding.load;

import dev.switchboard.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names and sentences of one language.
 *
 * @param percent the share of the users
 * @param separator what is between the two parts of a name
 * @param first the first parts of names
 * @param second the second parts of names
 */
record Language(int percent, String separator, List<NamePart> first, List<NamePart> second, List<String> sentences) {
    private static final Pattern HEADER = Pattern.compile("\\[\\w+\\|(\\d+)\\|( ?)]");

    /** All languages; their shares add up to 100. */
    static final List<Language> ALL = read(Sql.resource("load/words.txt"));

    /** A part of a name as displayed and as in handles. */
    record NamePart(String display, String handle) {}

    private static List<Language> read(String text) {
        List<Language> all = new ArrayList<>();
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        int from = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith("[")) {
                all.add(of(lines.subList(from, i)));
                from = i;
            }
        }
        return List.copyOf(all);
    }

    private static Language of(List<String> lines) {
        Matcher header = HEADER.matcher(lines.getFirst());
        if (!header.matches()) {
            throw new IllegalArgumentException(lines.getFirst());
        }
        return new Language(Integer.parseInt(header.group(1)), header.group(2), names(lines.get(1)), names(lines.get(2)),
                List.copyOf(lines.subList(3, lines.size())));
    }

    private static List<NamePart> names(String line) {
        List<NamePart> names = new ArrayList<>();
        for (String name : line.split(", ", -1)) {
            int equals = name.indexOf('=');
            names.add(new NamePart(name.substring(0, equals), name.substring(equals + 1)));
        }
        return List.copyOf(names);
    }
}
