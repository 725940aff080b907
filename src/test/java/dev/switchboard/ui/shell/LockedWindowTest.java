package dev.switchboard.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.failure.Explanation;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.StoreSnapshot;
import dev.switchboard.ui.testing.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fires every control of the window, including disabled and hidden ones, and calls every method behind the screens, against a locked prd
 * with data of every kind. Every dialog except unlocking is confirmed.
 */
@Timeout(300)
class LockedWindowTest {
    private static final Pattern REFUSED = Pattern.compile("prd is locked, so “(.+)” did not run\\.( Statement .*)?");

    private static final Pattern COPY = Pattern.compile("items[:,].* #tabs .* \\((\\d+)\\)");
    private static final int SAME_TABS = 3;

    @TempDir
    private Path home;

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final Set<String> tried = new HashSet<>();
    private final List<String> report = new ArrayList<>();
    private final List<String> thrown = new ArrayList<>();
    private final List<String> bugs = new ArrayList<>();
    private final List<String> unlocked = new ArrayList<>();
    private final Set<String> refused = new TreeSet<>();
    private int asksToUnlock;
    private LockedPrd prd;
    private WindowOperator hands;

    @BeforeEach
    void open() throws Exception {
        prd = new LockedPrd(home);
        hands = new WindowOperator(prd.window, prd.jobs);
        hands.listen();
    }

    @AfterEach
    void close() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler(before);
        prd.close();
    }

    @Test
    void noWriteOfAnyActionArrivesWhilePrdIsLocked() throws Exception {
        String stored = prd.content();
        WindowParts pages = new WindowParts(prd);

        pages.all().forEach(this::tryAll);

        List<String> arrived = prd.arrived();
        List<String> writes = StoreSnapshot.writesAmong(arrived);
        String after = prd.content();
        write(arrived, writes, after.equals(stored), pages.leftOut());
        assertThat(writes).as("writes that arrived").isEmpty();
        assertThat(after).as("the database and the table").isEqualTo(stored);
        assertThat(unlocked).as("left prd unlocked").isEmpty();
        assertThat(thrown).as("threw").isEmpty();
        assertThat(bugs).as("failed with a bug").isEmpty();
        assertThat(tried).as("actions tried").hasSizeGreaterThan(450);
        assertThat(asksToUnlock).as("actions that asked to unlock").isGreaterThan(8);
        assertThat(refused).as("refused because of the lock").contains(
                "tables create", "tables drop", "tables protect", "tables recovery", "conversations send", "conversations start",
                "seed conversation", "journal undo", "users sync", "db sessions", "db setup", "db restore", "tables restore",
                "db run", "items delete", "items partiql");
    }

    private void tryAll(WindowPart page) {
        while (true) {
            prepare(page);
            WindowAction next = Fx.onFx(() -> next(page));
            if (next == null) {
                // Rows and skins are created when they are drawn and can contain more controls.
                Fx.pulse();
                next = Fx.onFx(() -> next(page));
            }
            if (next == null) {
                return;
            }
            tried.add(next.name());
            note(next, hands.perform(next.fire(), next.name()));
            back();
        }
    }

    /** Actions that a user can trigger come first, because they can show more controls. */
    private @Nullable WindowAction next(WindowPart page) {
        return page.actions().get().stream()
                .filter(action -> !tried.contains(action.name()) && !isInOneOfManyTabs(action))
                .min(Comparator.comparing(action -> !action.usable()))
                .orElse(null);
    }

    /** Actions open more and more tabs in Items, each with the controls of the first ones. */
    private static boolean isInOneOfManyTabs(WindowAction action) {
        Matcher copy = COPY.matcher(action.name());
        return copy.matches() && Integer.parseInt(copy.group(1)) > SAME_TABS;
    }

    /** Prepares the part as a user would or, if that fails, in a new session. */
    private void prepare(WindowPart page) {
        for (int attempt = 0; !Fx.onFx(() -> page.ready().getAsBoolean()); attempt++) {
            assertThat(attempt).as("attempts to make %s ready after %s", page.name(), report).isLessThan(8);
            if (attempt == 4) {
                report.add("reopened for " + page.name());
                hands.perform(() -> prd.window.shell.open(Environment.PRD), "reopening for " + page.name());
            }
            hands.perform(attempt % 2 == 0 ? page.open() : () -> {}, "opening " + page.name());
            Fx.pulse();
        }
        hands.perform(() -> {}, "choosing in " + page.name());
    }

    private void back() {
        Fx.onFx(() -> prd.window.shell.view().palette().close());
        if (Fx.onFx(() -> prd.window.shell.model().environmentProperty().get()) != Environment.PRD) {
            hands.perform(() -> prd.window.shell.change(Environment.PRD), "back to prd");
        }
    }

    private void note(WindowAction action, WindowOperator.Outcome outcome) {
        List<String> said = new ArrayList<>(outcome.asked());
        String came = "done";
        for (Explanation failure : outcome.failures()) {
            Matcher matcher = REFUSED.matcher(failure.sentence());
            came = "failed";
            if (matcher.matches()) {
                refused.add(matcher.group(1));
                came = "refused";
            } else if (!failure.expected()) {
                (action.usable() || action.name().contains(", bypassed") ? bugs : report).add(action.name() + ": " + failure.detail());
            }
            said.add(failure.sentence());
        }
        if (outcome.wouldUnlock()) {
            came = "unlock?";
            asksToUnlock++;
        }
        for (Throwable each : outcome.thrown()) {
            came = "threw";
            said.add(each.toString());
            thrown.add(action.name() + ": " + each + Stream.of(each.getStackTrace()).limit(6).toList());
        }
        if (Fx.onFx(() -> isOpen())) {
            unlocked.add(action.name());
        }
        report.add("%-8s %s%s".formatted(came, action.name(), said.isEmpty() ? "" : "\n" + " ".repeat(11) + said));
    }

    private boolean isOpen() {
        OpenSession session = prd.window.shell.current();
        return session != null && session.context().session().environment() == Environment.PRD
                && session.context().session().lock().isOpen();
    }

    /** Whether a screen had such a control at another time. */
    private boolean wasCalled(String wanting) {
        String method = wanting.replaceFirst(" wants a .*", "");
        return tried.stream().anyMatch(name -> name.startsWith(method + "("));
    }

    private void write(List<String> arrived, List<String> writes, boolean same, Set<String> leftOut) throws Exception {
        String text = "What was done in a window on a locked prd, and what came of it\n" + String.join("\n", report)
                + "\nNot called: " + String.join("; ", leftOut.stream().filter(each -> !wasCalled(each)).toList())
                + "\n%d tried. Refused because of the lock: %s\nOperations that arrived: %d of the kinds %s\nWrites that arrived: %s; what is stored is %s\n"
                        .formatted(
                                report.size(), refused, arrived.size(), new TreeSet<>(arrived), writes.isEmpty() ? "none" : writes,
                                same ? "as it was" : "CHANGED");
        System.out.println(text);
        Files.writeString(Path.of(System.getProperty("switchboard.build"), "locked-window.txt"), text);
    }
}
