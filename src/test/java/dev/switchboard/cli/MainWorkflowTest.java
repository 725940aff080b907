package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.settings.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main workflow from an empty home to a conversation, each command in a run of its own. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainWorkflowTest {
    @TempDir
    private static Path home;

    private static TestTerminal terminal;
    private static LocalEngines engines;

    @BeforeAll
    static void open() {
        // Keeps the engines of this home running between commands.
        engines = new LocalEngines(new Home(home));
        terminal = new TestTerminal(home);
    }

    @AfterAll
    static void close() {
        engines.stop();
        engines.close();
    }

    @Test
    @Order(1)
    void theSequenceRunsFromNothingToAConversationWithStatus0() {
        engines.postgres();
        terminal.variable("AWS_ENDPOINT_URL", engines.dynamoDb().endpoint().toString());

        terminal.run("db", "setup").ok();
        terminal.run("tables", "create").ok();
        List<String> handles = new ArrayList<>();
        terminal.run("users", "list", "--json").ok().json().get("users").forEach(user -> handles.add(user.get("handle").asText()));
        CommandLineResult seeded = terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno").ok();
        assertThat(seeded.out()).containsPattern("From 20\\S+\\+00:00 to 20\\S+\\+00:00\\.").doesNotContain("{");
        terminal.run("users", "compare").ok();
        terminal.run("users", "sync", "--apply").ok();

        assertThat(handles).contains("ada", "bruno", "chidi");
        JsonNode listed = terminal.run("conversations", "list", "--user", "ada", "--json").ok().json();
        String group = listed.at("/groups/0/uuid").asText();
        assertThat(terminal.run("conversations", "show", group).ok().out()).contains("@ada", "@bruno");
        terminal.run("conversations", "send", group, "--as", "bruno", "On my way – çok güzel 😀").ok();
        terminal.run("conversations", "start", "--as", "ada", "--to", "@chidi", "Are you free on Monday?").ok();

        JsonNode groups = terminal.run("conversations", "list", "--user", "@ada", "--json").ok().json().get("groups");
        assertThat(groups).hasSize(2);
        assertThat(groups.at("/0/with/handle").asText()).isEqualTo("chidi");
        assertThat(groups.at("/1/lastMessage").asText()).isEqualTo("On my way – çok güzel 😀");
    }

    @Test
    @Order(2)
    void conversationsListAsJson() {
        CommandLineResult run = terminal.run("conversations", "list", "--user", "ada", "--limit", "1", "--json").ok();
        JsonNode list = run.json();

        assertThat(list.fieldNames()).toIterable().containsExactly("user", "groups", "more", "consumedReadCapacity");
        assertThat(list.at("/user").fieldNames()).toIterable().contains("uuid", "handle", "displayName");
        assertThat(list.at("/groups/0").fieldNames()).toIterable().contains("uuid", "with", "lastMessage", "lastMessageAt");
        assertThat(list.at("/groups/0/with").fieldNames()).toIterable().containsExactly("uuid", "handle", "displayName");
        assertThat(list.get("groups")).hasSize(1);
        assertThat(list.get("more").booleanValue()).isTrue();
        assertThat(list.get("consumedReadCapacity").doubleValue()).isPositive();
        assertThat(run.err()).contains("--all");
    }

    @Test
    @Order(3)
    void conversationsShowAsJsonIsAPageOldestFirstThatSaysThereIsMore() {
        CommandLineResult run = terminal.run("conversations", "show", seededGroup(), "--limit", "5", "--json").ok();
        JsonNode shown = run.json();

        assertThat(shown.fieldNames()).toIterable().containsExactly("group", "messages", "more", "consumedReadCapacity");
        assertThat(shown.at("/messages/0").fieldNames()).toIterable().contains("uuid", "from", "text", "createdAt");
        assertThat(shown.get("messages").findValuesAsText("createdAt")).hasSize(5).isSorted();
        assertThat(shown.at("/messages/4/text").asText()).isEqualTo("On my way – çok güzel 😀");
        assertThat(shown.get("more").booleanValue()).isTrue();
        assertThat(run.err()).contains("--all");
    }

    @Test
    @Order(4)
    void conversationsShowAllAsJsonIsAnObjectALineOldestFirst() {
        CommandLineResult run = terminal.run("conversations", "show", seededGroup(), "--all", "--json").ok();
        List<JsonNode> messages = run.jsonLines();

        assertThat(messages).hasSizeGreaterThan(100).allMatch(message -> message.has("uuid") && message.has("from"));
        assertThat(messages.stream().map(message -> message.get("createdAt").asText())).isSorted();
        assertThat(messages.getLast().at("/from/handle").asText()).isEqualTo("bruno");
    }

    @Test
    @Order(5)
    void aYearOrTwoInstantsNarrowWhatIsShown() {
        String group = seededGroup();

        assertThat(terminal.run("conversations", "show", group, "--year", "1999", "--json").ok().json().get("messages")).isEmpty();
        assertThat(terminal.run("conversations", "show", group, "--since", "2020-01-01", "--json").ok().json().get("messages"))
                .isNotEmpty();
        assertThat(terminal.run("conversations", "show", group, "--until", "2020-01-01", "--json").ok().json().get("messages"))
                .isEmpty();
    }

    @Test
    @Order(6)
    void theOtherDocumentsHaveTheShapesOfTheContract() {
        JsonNode table = terminal.run("tables", "list", "--json").ok().json().at("/tables/0");
        assertThat(table.fieldNames()).toIterable().contains(
                "name", "status", "billing", "approximateItems", "approximateBytes", "keys", "indexes", "stream", "deletionProtection");
        assertThat(table.get("name").asText()).isEqualTo("cruddur-messages");

        JsonNode compared = terminal.run("users", "compare", "--json").ok().json();
        assertThat(compared.fieldNames()).toIterable().containsExactly(
                "same", "changed", "new", "noSuchHandle", "noHandle", "duplicateHandle", "onlyInPostgres");
        assertThat(compared.get("same").isIntegralNumber()).isTrue();

        JsonNode user = terminal.run("users", "list", "--json").ok().json().at("/users/0");
        assertThat(user.fieldNames()).toIterable().contains("uuid", "handle", "displayName", "email", "cognitoUserId");

        JsonNode status = terminal.run("local", "status", "--json").ok().json();
        assertThat(status.fieldNames()).toIterable().containsExactly("dynamodb", "postgres", "cognito");
        assertThat(status.at("/postgres/url").asText()).startsWith("postgresql://").doesNotContain("password");

        JsonNode check = terminal.run("doctor", "--json").ok().json().at("/checks/0");
        assertThat(check.fieldNames()).toIterable().contains("id", "title", "state", "detail", "repair");
        assertThat(check.get("state").asText()).isEqualTo("ok");
    }

    @Test
    @Order(7)
    void aScanPrintsALineOfDynamoDbJsonForEachItem() {
        List<JsonNode> all = terminal.run("items", "scan", "cruddur-messages", "--json").ok().jsonLines();
        CommandLineResult part = terminal.run("items", "scan", "cruddur-messages", "--limit", "7", "--segments", "1", "--json").ok();

        assertThat(all).hasSizeGreaterThan(100).allMatch(item -> item.at("/pk/S").asText().matches("(GRP|MSG)#.+"));
        assertThat(part.jsonLines()).hasSize(7);
        assertThat(part.err()).contains("--limit");
    }

    @Test
    @Order(8)
    void aSeedAgainReplacesAndADryRunWritesNothing() {
        int before = terminal.run("items", "scan", "cruddur-messages", "--json").ok().jsonLines().size();

        JsonNode plan = terminal.run("seed", "conversation", "--from", "chidi", "--to", "bruno", "--dry-run", "--json").ok().json();
        assertThat(plan.get("messages").asInt()).isGreaterThanOrEqualTo(100);
        assertThat(terminal.run("items", "scan", "cruddur-messages", "--json").ok().jsonLines()).hasSize(before);

        terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno").ok();
        assertThat(terminal.run("items", "scan", "cruddur-messages", "--json").ok().jsonLines()).hasSizeLessThanOrEqualTo(before);
    }

    @Test
    @Order(9)
    void aDroppedTableComesBackFromItsBackup() {
        int before = terminal.run("items", "scan", "cruddur-messages", "--json").ok().jsonLines().size();

        JsonNode dropped = terminal.run("tables", "drop", "cruddur-messages", "--confirm", "cruddur-messages", "--json").ok().json();
        assertThat(terminal.run("tables", "list", "--json").ok().json().get("tables")).isEmpty();
        terminal.run("tables", "restore", dropped.get("backup").asText()).ok();

        assertThat(terminal.run("items", "scan", "cruddur-messages", "--json").ok().jsonLines()).hasSize(before);
    }

    @Test
    @Order(10)
    void whatWasChangedIsListedShownAndUndone() {
        String group = seededGroup();
        JsonNode sent = terminal.run("conversations", "send", group, "--as", "bruno", "--json", "never mind").ok().json();
        String id = sent.get("change").asText();
        CommandLineResult listed = terminal.run("journal", "list", "--limit", "3", "--json").ok();
        assertThat(listed.json().at("/changes/0/id").asText()).isEqualTo(id);
        assertThat(listed.json().at("/changes/0/outcome").asText()).isEqualTo("done");
        assertThat(listed.json().get("changes")).hasSize(3);
        assertThat(listed.json().get("more").booleanValue()).isTrue();
        assertThat(listed.err()).contains("--limit");
        assertThat(terminal.run("journal", "list").ok().out()).contains("ID", "OUTCOME", id, "Restoring ");

        CommandLineResult shown = terminal.run("journal", "show", id).ok();
        assertThat(shown.out()).contains("Outcome: done", "before  (none)", "never mind", "switchboard journal undo " + id);
        JsonNode compared = terminal.run("journal", "show", id, "--compare", "--json").ok().json();
        assertThat(compared.at("/now/written").asInt()).isEqualTo(compared.at("/now/rows").asInt()).isEqualTo(5);

        assertThat(terminal.run("journal", "undo", id, "--json").ok().json().get("putBack").asInt()).isEqualTo(5);
        assertThat(terminal.run("conversations", "show", group, "--json").ok().out()).doesNotContain("never mind");
        assertThat(terminal.run("journal", "undo", id).failure(1)).contains("already undone");
        assertThat(terminal.run("journal", "undo", "nothing").failure(1)).contains("is not a valid journal ID");

        CommandLineResult again = terminal.run("seed", "conversation", "--from", "ada", "--to", "bruno").ok();
        assertThat(again.err()).contains("existing items will be replaced. They are saved in the journal first");
        assertThat(again.out()).contains("To undo this: switchboard journal undo 20");
        assertThat(terminal.run("journal", "undo", listedId()).ok().out()).contains("items were restored.");
    }

    private static String listedId() {
        return terminal.run("journal", "list", "--limit", "1", "--json").ok().json().at("/changes/0/id").asText();
    }

    private static String seededGroup() {
        for (JsonNode group : terminal.run("conversations", "list", "--user", "ada", "--json").ok().json().get("groups")) {
            if (group.at("/with/handle").asText().equals("bruno")) {
                return group.get("uuid").asText();
            }
        }
        throw new AssertionError("no conversation of ada and bruno");
    }
}
