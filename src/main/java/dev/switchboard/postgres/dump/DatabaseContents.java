package dev.switchboard.postgres.dump;

import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Row;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.postgres.sql.Transaction;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a database contains, to compare it with what its backup restores: a digest of each table, each sequence and each definition. */
public final class DatabaseContents {
    private static final Messages TEXT = Messages.of(DatabaseContents.class);
    private static final Sql TABLES = Sql.file("dump/contents");
    private static final Sql SEQUENCES = Sql.file("dump/sequence_states");
    private static final Sql LARGE_OBJECTS = Sql.file("dump/large_objects");
    private static final Sql DEFINITIONS = Sql.file("dump/definitions");
    private static final String ROWS = "rows";
    private static final String STATE = "state";
    private static final String LARGE = "large objects";
    private static final String PRIVILEGE = "privilege";
    /** Values have the same text in each session. */
    private static final List<String> SETTINGS = List.of(
            "search_path = ''", "row_security = off", "timezone = 'UTC'", "datestyle = 'ISO, YMD'", "intervalstyle = 'postgres'",
            "bytea_output = 'hex'", "extra_float_digits = 1", "lc_monetary = 'C'", "xmlbinary = 'base64'");
    /** The server moves casts and parentheses when it reads its own definition again, such as one that compares varchar with a list. */
    private static final Pattern CASTS = Pattern.compile(
            "::(\"[^\"]+\"|[a-z_][\\w.]*)( varying| precision| (with|without) time zone)?(\\([\\d, ]+\\))?(\\[\\])*|[()\\s]+");

    /** A thing in the database. */
    private record Fact(String kind, String name) implements Comparable<Fact> {
        @Override
        public int compareTo(Fact other) {
            int kinds = kind.compareTo(other.kind);
            return kinds != 0 ? kinds : name.compareTo(other.name);
        }

        String words() {
            return switch (kind) {
                case ROWS -> TEXT.get("contents.rows", name);
                case STATE -> TEXT.get("contents.state", name);
                case LARGE -> TEXT.get("contents.large");
                default -> TEXT.get("contents.definition", kind, name);
            };
        }
    }

    private final Map<Fact, String> facts = new TreeMap<>();
    private int tables;
    private long rows;

    private DatabaseContents() {}

    /** Reads everything. The transaction keeps the settings that this needs. */
    static DatabaseContents read(Transaction transaction, Progress progress) {
        SETTINGS.forEach(setting -> transaction.execute("SET", "SET LOCAL " + setting, 1));
        DatabaseContents contents = new DatabaseContents();
        for (Row table : transaction.query(TABLES, Map.of())) {
            progress.stopIfCancelled();
            progress.step(TEXT.get("contents.reading", table.text("name")));
            Row digest = transaction.execute("digest", table.text("digesting"), 1).rows().getFirst();
            contents.facts.put(new Fact(ROWS, table.text("name")), digest.text("digest"));
            contents.tables++;
            contents.rows += digest.number("rows");
        }
        for (Row sequence : transaction.query(SEQUENCES, Map.of())) {
            Row state = transaction.execute("sequence", sequence.text("reading"), 1).rows().getFirst();
            contents.facts.put(new Fact(STATE, sequence.text("name")), state.text("state"));
        }
        contents.facts.put(new Fact(LARGE, ""),
                transaction.execute("digest", LARGE_OBJECTS.text(), 1).rows().getFirst().text("digest"));
        for (Row row : transaction.query(DEFINITIONS, Map.of())) {
            String definition = CASTS.matcher(String.valueOf(row.string("definition"))).replaceAll("");
            contents.facts.merge(new Fact(row.text("kind"), row.text("name")), definition, (one, two) -> one + "\n" + two);
        }
        return contents;
    }

    int tables() {
        return tables;
    }

    long rows() {
        return rows;
    }

    /**
     * Returns in words what is not the same in a restored database.
     *
     * @param sameServer whether it is on the same server; another one may write definitions in another way and has no such roles
     * @param privileges whether owners and privileges were all restored
     */
    public List<String> differences(DatabaseContents restored, boolean sameServer, boolean privileges) {
        Set<Fact> all = new TreeSet<>(facts.keySet());
        all.addAll(restored.facts.keySet());
        List<String> different = new ArrayList<>();
        for (Fact fact : all) {
            boolean compared = switch (fact.kind()) {
                case ROWS, STATE, LARGE -> true;
                case PRIVILEGE -> sameServer && privileges;
                default -> sameServer;
            };
            if (compared && !Objects.equals(facts.get(fact), restored.facts.get(fact))) {
                different.add(fact.words());
            }
        }
        return different;
    }
}
