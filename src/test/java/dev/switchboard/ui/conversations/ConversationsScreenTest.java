package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.StoredTime;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.job.Progress;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.seeding.SeedPlan;
import dev.switchboard.settings.Setting;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.common.Theme;
import dev.switchboard.ui.conversations.range.RangeChoice;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.users.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the screen headless in each of its states and takes screenshots. */
class ConversationsScreenTest {
    @TempDir
    Path home;
    @AutoClose private Backends backends;
    private String seededGroup;

    private static LoadedView open(TestContext test, Map<String, String> arguments) {
        return Fx.onFx(() -> {
            LoadedView view = ConversationsController.load(test.context(), () -> Backends.NOW);
            Theme.dress(new Scene(view.root(), 1072, 720));
            // Each pass creates the skins of nodes that the previous pass added to the scene.
            for (int pass = 0; pass < 4; pass++) {
                view.root().applyCss();
                view.root().layout();
            }
            view.controller().shown(arguments);
            view.root().applyCss();
            view.root().layout();
            return view;
        });
    }

    private static void picture(LoadedView view, String name) {
        Screenshots.save(view.root(), "conversations-" + name, 1072, 720);
    }

    /** Whether a visible label or button has this text. */
    static boolean says(Parent root, String text) {
        return Fx.onFx(() -> root.lookupAll("*").stream().anyMatch(node -> node instanceof Labeled labeled
                && labeled.getText() != null && labeled.getText().contains(text) && seen(node)));
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    static <N extends Node> N find(Parent root, String selector) {
        return (N) Fx.onFx(() -> root.lookup(selector));
    }

    private void seeded() {
        backends = Backends.ready(home);
        User ada = backends.user("ada");
        User bruno = backends.user("bruno");
        SeedPlan plan = backends.session().seeder().plan(person(ada), person(bruno), ConversationFileReader.bundled(), null);
        seededGroup = backends.session().seeder().run(plan, Progress.NONE).groupUuid();
        RawConversationWriter story = new RawConversationWriter(backends.session());
        story.group("11111111-0000-4000-8000-000000000001", ada, backends.user("chidi"), "The invoice is in your inbox",
                "2026-11-22T09:47:10+00:00");
        story.group("11111111-0000-4000-8000-000000000002", ada, backends.user("dora"), "Thanks, that fixed it",
                "2026-11-20T11:47:00.125000+00:00");
        story.group("11111111-0000-4000-8000-000000000003", ada, backends.user("emre"), "Which table is that in?",
                "2026-11-12T08:01:00.000001-05:00");
        story.put(Item.builder().string("pk", "GRP#" + ada.uuid()).string("sk", "last spring")
                .string("message_group_uuid", "11111111-0000-4000-8000-000000000004").string("message", "ok")
                .string("user_display_name", "Finn Maher").string("user_handle", "finn").build());
    }

    private static Participant person(User user) {
        return RawConversationWriter.person(user);
    }

    private static void choose(LoadedView view, String text, boolean table) {
        Fx.onFx(() -> {
            Parent root = view.root();
            ToggleButton toggle = (ToggleButton) root.lookup(table ? "#asTable" : "#asThread");
            toggle.fire();
            if (!text.isEmpty()) {
                ((TextArea) root.lookup("#words")).setText(text);
            }
        });
    }

    @Test
    void seededConversationAsThreadAndAsTable() {
        seeded();
        LoadedView view = open(backends.dev(), Map.of("user", "ada", "group", seededGroup));
        assertThat(says(view.root(), "Conversations of @ada")).isTrue();
        assertThat(says(view.root(), "Bruno Keller")).isTrue();
        assertThat(says(view.root(), "left")).as("plenty of characters are left").isFalse();
        assertThat(Fx.onFx(() -> view.root().lookupAll(".button").stream().filter(node -> "Refresh (F5)".equals(node.getAccessibleText()))
                .count())).isEqualTo(3);
        picture(view, "thread");
        choose(view, "A first line\nand a second one, long enough to wrap at the end of the field where it stands", false);
        picture(view, "writing");
        choose(view, " ", true);
        picture(view, "table");
        assertThat(says(view.root(), "22 Nov, 11:09")).isTrue();
        Screenshots.save(view.root(), "conversations-table-1000", 832, 620);
        Screenshots.save(view.root(), "conversations-table-1440", 1272, 820);
        choose(view, "x".repeat(950), true);
        assertThat(says(view.root(), "74 left")).isTrue();
        choose(view, "x".repeat(1030), true);
        assertThat(says(view.root(), "6 over the limit")).isTrue();
        picture(view, "too-long");
        assertThat(backends.dev().dialogs().errors).isEmpty();
    }

    @Test
    void anomaliesAreMarkedAndDoNotFail() {
        seeded();
        User ada = backends.user("ada");
        User bruno = backends.user("bruno");
        RawConversationWriter story = new RawConversationWriter(backends.session());
        String group = "22222222-0000-4000-8000-000000000001";
        String[] said = {"Did the last ferry leave on time?", "Ten minutes late, as always.",
            "Then we still make it. I will bring the maps and the long rope, and somebody should think of the lamp this time.",
            "Good. Bring coffee too.", "And sugar.", "Noted.", "See you at the harbour at six"};
        Instant at = Instant.parse("2026-11-21T19:58:10.123456Z");
        for (int i = 0; i < said.length; i++) {
            at = at.plusSeconds(i == 4 ? 50_000 : 95L * (i + 1));
            String time = switch (i) {
                case 2 -> "2026-11-21T15:05:02.000001-05:00";
                case 3 -> "2026-11-21T20:07:10";
                default -> StoredTime.write(at);
            };
            story.message(group, i % 2 == 0 || i == 3 ? bruno : ada, said[i], time);
        }
        story.put(Item.builder().string("pk", "MSG#" + group).string("sk", "yesterday").string("message", "When was that?").build());
        story.group(group, ada, bruno, said[6], StoredTime.write(at));
        LoadedView view = open(backends.dev(), Map.of("user", "ada", "group", group));
        picture(view, "marks");
        assertThat(says(view.root(), "Unknown time")).isTrue();
        assertThat(says(view.root(), "Some messages are stored in a different order")).isTrue();
    }

    @Test
    void rowOpensDetailsOfAMessage() {
        seeded();
        LoadedView view = open(backends.dev(), Map.of("user", "ada", "group", seededGroup));
        choose(view, "", true);
        List<Node> shown = new ArrayList<>();
        backends.dev().dialogs().fills = shown::add;
        Fx.onFx(() -> {
            @SuppressWarnings("unchecked") TableView<Message> table = (TableView<Message>) view.root().lookup(".thread-pane #table");
            table.getSelectionModel().select(0);
            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Parent detail = (Parent) shown.getFirst();
        assertThat(text(detail, "#detail-time")).isEqualTo("22 Nov 2026, 11:09:00 UTC");
        assertThat(text(detail, "#detail-stored-time")).isEqualTo("2026-11-22T11:09:00.000000+00:00");
        assertThat(text(detail, "#detail-pk")).isEqualTo("MSG#" + seededGroup);
        assertThat(text(detail, "#detail-sender")).isEqualTo("Bruno Keller · @bruno");
        assertThat(text(detail, "#detail-item")).contains("\"message_uuid\"");
        Screenshots.save(detail, "conversations-detail", 660, 620);
    }

    private static String text(Parent root, String id) {
        return Fx.onFx(() -> ((TextInputControl) root.lookup(id)).getText());
    }

    @Test
    void searchMarksMatchesAndOffersOlderMessages() {
        seeded();
        LoadedView view = open(backends.dev(), Map.of("user", "ada", "group", seededGroup));
        Fx.onFx(() -> {
            ((Button) view.root().lookup("#findButton")).fire();
            ((TextField) view.root().lookup("#find")).setText("GOOD");
        });
        picture(view, "find");
        assertThat(Fx.onFx(() -> view.root().lookupAll(".bubble").stream()
                .filter(bubble -> bubble.getPseudoClassStates().contains(PseudoClass.getPseudoClass("own")))
                .map(bubble -> ((Text) bubble.lookup("Text")).getFill()).distinct().toList())).containsExactly(Color.WHITE);
        assertThat(says(view.root(), "1 of ")).isTrue();
        assertThat(says(view.root(), "Search older messages")).isTrue();
        assertThat(Fx.onFx(() -> view.controller().escape())).isTrue();
        assertThat(Fx.onFx(() -> view.root().lookup("#find").getParent().getParent().isVisible())).isFalse();
    }

    @Test
    void menuGoesToADateAndExports() throws IOException {
        seeded();
        LoadedView view = open(backends.dev(), Map.of("user", "ada", "group", seededGroup));
        backends.dev().dialogs().saveTo = home.resolve("out.md");
        fire(view, "Export as Markdown…");
        assertThat(Files.readString(home.resolve("out.md"))).startsWith("# Conversation with Bruno Keller");
        assertThat(backends.dev().notices().said).last().asString().startsWith("Exported ");
        backends.dev().dialogs().fills =
                content -> ((DatePicker) ((Parent) content).getChildrenUnmodifiable().getLast()).setValue(LocalDate.parse("2026-11-21"));
        fire(view, "Go to date…");
        picture(view, "date-none");
        assertThat(says(view.root(), "No messages in this range")).isTrue();
        backends.dev().dialogs().fills =
                content -> ((DatePicker) ((Parent) content).getChildrenUnmodifiable().getLast()).setValue(LocalDate.parse("2026-11-22"));
        fire(view, "Go to date…");
        picture(view, "date");
        assertThat(says(view.root(), "Messages from 23 Nov 2026, 00:00 on are not shown.")).isTrue();
    }

    private static void fire(LoadedView view, String item) {
        Fx.onFx(() -> ((MenuButton) view.root().lookup(".thread-pane #menu")).getItems().stream()
                .filter(one -> item.equals(one.getText())).findFirst().orElseThrow().fire());
    }

    @Test
    void linkIsOpenedOnlyAfterItsTargetIsShown() {
        seeded();
        new RawConversationWriter(backends.session()).message(
                seededGroup, backends.user("bruno"), "The log is at https://example.com/log?id=7, see the end of it.",
                "2026-11-22T11:30:00.000000+00:00");
        LoadedView view = open(backends.dev(), Map.of("user", "ada", "group", seededGroup));
        picture(view, "link");
        backends.dev().dialogs().agrees = false;
        Fx.onFx(() -> view.root().lookupAll(".link").forEach(link -> link.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false,
                true, null))));
        assertThat(backends.dev().dialogs().asked).anySatisfy(text -> assertThat(text).contains("It leads to example.com")
                .contains("https://example.com/log?id=7").endsWith("Open in browser"));
    }

    @Test
    void customRangeFieldsUseZone() {
        seeded();
        LoadedView view = open(backends.dev(), Map.of("user", "ada", "group", seededGroup));
        Fx.onFx(() -> {
            @SuppressWarnings("unchecked") ComboBox<RangeChoice> range = (ComboBox<RangeChoice>) view.root().lookup("#range");
            range.setValue(new RangeChoice.Between());
        });
        picture(view, "between");
        assertThat(says(view.root(), "Times in UTC")).isTrue();
        Fx.onFx(() -> ((TextField) view.root().lookup("#sinceTime")).setText("noon"));
        assertThat(says(view.root(), "“noon” is not a valid time")).isTrue();
        assertThat(Fx.onFx(() -> view.root().lookup("#apply").isDisabled())).isTrue();
    }

    @Test
    void newConversationForm() {
        seeded();
        LoadedView view = open(backends.dev(), Map.of("user", "ada"));
        Fx.onFx(() -> {
            Button startNew = (Button) view.root().lookup("#startNew");
            startNew.fire();
            ((TextField) view.root().lookup("#receiver")).setText("i");
        });
        picture(view, "new-completion");
        Fx.onFx(() -> ((TextField) view.root().lookup("#receiver")).setText("@bruno"));
        picture(view, "new-existing");
        assertThat(says(view.root(), "These users already have a conversation.")).isTrue();
        Fx.onFx(() -> ((TextField) view.root().lookup("#receiver")).setText("@nobody"));
        picture(view, "new-unknown");
    }

    @Test
    void emptyStates() {
        backends = Backends.empty(home);
        LoadedView failing = open(backends.dev(), Map.of());
        picture(failing, "no-schema");
        backends.session().databaseSetup().loadSchema(Progress.NONE);
        LoadedView noUsers = open(backends.dev(), Map.of());
        assertThat(says(noUsers.root(), "No users yet")).isTrue();
        picture(noUsers, "no-users");
        backends.withUsers();
        LoadedView noTable = open(backends.dev(), Map.of("user", "ada"));
        assertThat(says(noTable.root(), "not found")).isTrue();
        picture(noTable, "no-table");
        backends.withTable(false);
        LoadedView none = open(backends.dev(), Map.of("user", "ada"));
        assertThat(says(none.root(), "No conversations yet")).isTrue();
        picture(none, "no-conversation");
        LoadedView nobody = open(backends.dev(), Map.of());
        assertThat(says(nobody.root(), "Select a user")).isTrue();
        picture(nobody, "nobody");
    }

    @Test
    void unreachableEndpointsAreExplained() {
        seeded();
        LoadedView noDynamo = open(backends.without(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9"), Map.of("user", "ada"));
        assertThat(says(noDynamo.root(), "Try again")).isTrue();
        picture(noDynamo, "dynamodb-dead");
        LoadedView noPostgres = open(backends.without(Setting.POSTGRES_URL, "postgresql://nobody@127.0.0.1:9/none"), Map.of());
        assertThat(says(noPostgres.root(), "Try again")).isTrue();
        picture(noPostgres, "postgres-dead");
    }

    @Test
    void lockedPrdReadsAndExplainsWhyNotWritable() {
        seeded();
        TestContext prd = backends.prd();
        LoadedView view = open(prd, Map.of("user", "ada", "group", seededGroup));
        Fx.onFx(() -> ((TextArea) view.root().lookup("#words")).setText("May I?"));
        assertThat(Fx.onFx(() -> view.root().lookup("#send").isDisabled())).isTrue();
        assertThat(says(view.root(), "prd is locked")).isTrue();
        assertThat(Fx.onFx(() -> view.root().lookup("#startNew").isDisabled())).isTrue();
        picture(view, "locked");
    }
}
