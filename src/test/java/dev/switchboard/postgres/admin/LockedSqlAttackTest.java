package dev.switchboard.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Scripts that try to change something through a locked environment, and scripts that only read, under three kinds of login. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockedSqlAttackTest {
    private static final List<String> DATABASES = List.of("base", "odd", "marks", "ops", "casts", "classes", "rls", "strings", "shadow",
            "ext", "explicit", "names", "latin", "innocent");
    private static final int LOGINS = AttackedServer.LOGINS.size();
    private static final int TRIED = 20;
    private static final boolean THOROUGH = Boolean.getBoolean("thorough");
    private static final Path REPORTS = Path.of(System.getProperty("switchboard.build"));
    private AttackedServer server;

    @BeforeAll
    void plant() throws SQLException, IOException {
        server = new AttackedServer(DATABASES);
    }

    @AfterAll
    void close() throws SQLException, IOException {
        server.close();
    }

    @Test
    void aChangeIsSeen() throws SQLException, IOException {
        for (String database : DATABASES) {
            Map<String, String> before = stable(database);
            assertThat(server.state(database)).isEqualTo(before);
            server.trip(database);
            assertThat(server.state(database)).isNotEqualTo(before);
            server.repair();
        }
    }

    @Test
    void noScriptChangesAnything() throws SQLException, IOException {
        List<String> table = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (String database : DATABASES) {
            List<Attack> attacks = attacks(database);
            Map<String, String> before = stable(database);
            run(attacks);
            attacks.stream().map(Attack::line).forEach(table::add);
            Map<String, String> after = settled(database, before);
            if (!after.equals(before)) {
                server.repair();
                changes.addAll(oneByOne(database, attacks, difference(before, after)));
            }
        }
        Files.write(REPORTS.resolve("locked-sql.txt"), table);
        assertThat(changes).isEmpty();
    }

    /** All take minutes, so that a usual run takes each sixth attack; {@code -Dthorough=true} takes all. */
    private static List<String> attackers(int number) {
        return THOROUGH || number % 6 == 0 ? AttackedServer.LOGINS : List.of();
    }

    /** A usual run takes each third script that only reads, the logins in turn. */
    private static List<String> readers(int number) {
        return THOROUGH ? AttackedServer.LOGINS : number % 3 == 0 ? List.of(AttackedServer.LOGINS.get(number / 3 % LOGINS)) : List.of();
    }

    private List<Attack> attacks(String database) {
        List<Attack> attacks = new ArrayList<>();
        int number = 0;
        for (SqlBlock block : SqlBlock.read("attacks.txt", server.marks(database))) {
            if (block.database().equals(database)) {
                attackers(number++).forEach(login -> attacks.add(new Attack(block, login, server.locked(database, login))));
            }
        }
        return attacks;
    }

    /** Runs each script as a superuser, and as the others where that was not refused; a refusal rarely depends on the login, so few are tried. */
    private static void run(List<Attack> attacks) {
        IntStream.range(0, attacks.size() / LOGINS).parallel().forEach(script -> {
            List<Attack> kinds = attacks.subList(script * LOGINS, (script + 1) * LOGINS);
            kinds.getFirst().run();
            if (!kinds.getFirst().isRefused() || script % TRIED == 0 || Boolean.getBoolean("switchboard.attack.all")) {
                kinds.subList(1, LOGINS).forEach(Attack::run);
            }
        });
        attacks.removeIf(Attack::isLeftOut);
    }

    /** Runs scripts again to find those that changed something. */
    private List<String> oneByOne(String database, List<Attack> attacks, String difference) throws SQLException, IOException {
        List<String> changes = new ArrayList<>();
        Map<String, String> before = stable(database);
        for (Attack attack : attacks) {
            if (attack.isRefused()) {
                continue;
            }
            attack.run();
            Map<String, String> after = settled(database, before);
            if (!after.equals(before)) {
                changes.add(attack.line() + " | " + difference(before, after));
                server.repair();
                before = stable(database);
            }
        }
        return changes.isEmpty() ? List.of(database + " | an unknown script | " + difference) : changes;
    }

    /** The state as soon as it is the same twice: a vacuum that runs by itself may be ending. */
    private Map<String, String> stable(String database) throws SQLException, IOException {
        Map<String, String> state = server.state(database);
        Map<String, String> next = server.state(database);
        for (int again = 0; !state.equals(next) && again < 10; again++) {
            state = next;
            next = server.state(database);
        }
        return next;
    }

    /** The state, after some time if it is not the expected one: a session may still be ending. */
    private Map<String, String> settled(String database, Map<String, String> expected) throws SQLException, IOException {
        Map<String, String> state = server.state(database);
        for (int again = 0; !state.equals(expected) && again < 10; again++) {
            state = server.state(database);
        }
        return state;
    }

    /** The price of refusing what is not understood. */
    private static final Set<String> REFUSED_WITHOUT_NEED = Set.of(
            "EXPLAIN with a comment",
            "SHOW of a quoted setting",
            "columns named like functions",
            "comment in parentheses",
            "domain",
            "memory of the session",
            "regular expressions",
            "split",
            "text functions",
            "text functions that citext has too");

    @Test
    void whatOnlyReadsRuns() throws IOException {
        List<String> table = new ArrayList<>();
        int number = 0;
        List<String> refused = new ArrayList<>();
        for (SqlBlock block : SqlBlock.read("innocent.txt", Map.of())) {
            for (String login : readers(number++)) {
                String line = block.title() + " | " + login + " | " + Attack.outcome(server.locked("innocent", login), block.script());
                table.add(line);
                if (!line.contains("| ran") && !REFUSED_WITHOUT_NEED.contains(block.title())) {
                    refused.add(line);
                }
            }
        }
        Files.write(REPORTS.resolve("locked-sql-innocent.txt"), table);
        assertThat(refused).isEmpty();
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        List<String> changed = new ArrayList<>();
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                changed.add(name + ": " + before.get(name) + " -> " + value);
            }
        });
        return String.join("; ", changed);
    }
}
