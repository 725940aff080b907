package dev.switchboard.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.Explanation;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.ScriptLine;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.seeding.SeedResult;
import dev.switchboard.session.Session;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoHandlerTest {
    @TempDir
    Path home;

    private final List<String> after = new ArrayList<>();

    private static Participant person(User user) {
        return new Participant(user.uuid(), user.handle(), user.displayName());
    }

    private static SeedResult seed(Backends on) {
        Session session = on.session();
        SeedPlan plan =
                session.seeder().plan(person(on.user("ada")), person(on.user("bruno")), List.of(new ScriptLine(1, 1, "hello")), null);
        return session.seeder().run(plan, Progress.NONE);
    }

    private void undo(TestContext test, String change) {
        new UndoHandler(test.context()).undo(change, () -> after.add("after"));
    }

    @Test
    void undoIsConfirmedAndDoneOnce() {
        try (Backends backends = Backends.ready(home)) {
            TestContext test = backends.dev();
            String change = seed(backends).change();
            new UndoHandler(test.context()).offer("Seeded.", change, () -> after.add("after"));
            assertThat(test.notices().said).containsExactly("Seeded. [Undo]");
            test.dialogs().agrees = false;
            test.notices().offered.run();
            assertThat(test.dialogs().asked).singleElement().asString()
                    .contains("Seeding 1 message between @ada and @bruno")
                    .contains("Undo restores 3 items or rows in DynamoDB messages-");
            assertThat(after).isEmpty();
            test.dialogs().agrees = true;
            test.notices().offered.run();
            assertThat(test.notices().said).last().isEqualTo("3 items were restored.");
            assertThat(after).containsExactly("after");
            undo(test, change);
            assertThat(test.dialogs().asked).last().asString().startsWith("This change cannot be undone\nIt was already undone");
            assertThat(after).hasSize(1);
        }
    }

    @Test
    void lockedUndoIsRefusedBeforeItAsks() {
        try (Backends backends = Backends.ready(home)) {
            TestContext prd = backends.prd();
            undo(prd, seed(backends).change());
            assertThat(prd.dialogs().asked).isEmpty();
            assertThat(prd.dialogs().errors).singleElement().extracting(Explanation::sentence)
                    .isEqualTo("prd is locked, so “journal undo” did not run.");
            assertThat(after).isEmpty();
        }
    }

    @Test
    void changedItemsAreReportedAndStreamIsMentionedFirst() {
        try (Backends backends = Backends.empty(home).withUsers().withTable(true)) {
            TestContext test = backends.dev();
            SeedResult seeded = seed(backends);
            Session session = backends.session();
            Item edited = session.conversations().messages(seeded.groupUuid(), new dev.switchboard.conversations.TimeRange.All(), 1, null)
                    .rows().getFirst().item().with("message", "edited");
            session.items().transact(session.settings().messagesTable(), List.of(new Write.Put(edited, false)),
                    UUID.randomUUID().toString());
            undo(test, seeded.change());
            assertThat(test.dialogs().asked).first().asString().contains("has a stream");
            assertThat(test.dialogs().asked).as("told in a dialog, as it was asked for").last()
                    .isEqualTo("Not everything was undone\n2 items were restored, 1 was skipped because it changed since.");
            assertThat(test.notices().said).isEmpty();
        }
    }

    @Test
    void failureIsShownAndScreenReloads() {
        try (Backends backends = Backends.ready(home)) {
            TestContext test = backends.dev();
            Session session = backends.session();
            var started = (dev.switchboard.conversations.ConversationStartResult.New) session.sending().start(person(backends.user("ada")),
                    person(backends.user("chidi")), "hello");
            session.sending().send(started.groupUuid(), person(backends.user("chidi")), "hello back");
            undo(test, started.change());
            assertThat(test.dialogs().errors).singleElement()
                    .satisfies(failure -> assertThat(failure.sentence())
                            .isEqualTo("2 of 3 items have changed since. Nothing was undone."));
            assertThat(after).containsExactly("after");
        }
    }
}
