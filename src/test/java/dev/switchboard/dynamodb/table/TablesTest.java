package dev.switchboard.dynamodb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.Backups;
import dev.switchboard.dynamodb.backup.TableDeleteResult;
import dev.switchboard.dynamodb.backup.TableDeleter;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/** Creation, listing and description of tables. */
class TablesTest {
    private static final String ENGINES = "dev.switchboard.testing.TestEngines#everyDynamoDb";

    @TempDir
    Path folder;

    private Tables tables(NamedEngine engine) {
        AwsClients clients = TestAws.clients(engine.endpoint());
        return new Tables(clients);
    }

    private TableDeleter dropper(NamedEngine engine) {
        AwsClients clients = TestAws.clients(engine.endpoint());
        return new TableDeleter(clients, new Backups(clients, folder));
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void schemaLoadMakesThePresetWithGsiAndStreamAndSaysItIsActive(NamedEngine engine) {
        String name = TestAws.tableName("messages");
        RecordedProgress progress = new RecordedProgress();
        TableDetails made = tables(engine).create(MessagesTablePreset.of(name, true, true, false), progress);
        assertThat(made.status()).isEqualTo("ACTIVE");
        assertThat(made.keys()).containsExactly(KeyAttribute.hash("pk", "S"), KeyAttribute.range("sk", "S"));
        assertThat(made.indexes()).singleElement().satisfies(index -> {
            assertThat(index.name()).isEqualTo("message-group-sk-index");
            assertThat(index.keys()).containsExactly(KeyAttribute.hash("message_group_uuid", "S"), KeyAttribute.range("sk", "S"));
            assertThat(index.projection()).isEqualTo("ALL");
        });
        assertThat(made.billing()).isEqualTo("PROVISIONED");
        assertThat(List.of(made.readCapacity(), made.writeCapacity())).containsExactly(5L, 5L);
        assertThat(made.stream()).isTrue();
        assertThat(made.streamView()).isEqualTo("NEW_IMAGE");
        assertThat(progress.steps()).isNotEmpty();
        assertThat(MessagesTablePreset.of(name, true, true, false).differences(made)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void schemaLoadTakesADefinitionOfOnesOwn(NamedEngine engine) {
        String name = TestAws.tableName("own");
        TableDefinition own = new TableDefinition(
                name,
                List.of(KeyAttribute.hash("id", "N")),
                List.of(IndexDefinition.global("by-owner", KeyAttribute.hash("owner", "S"), KeyAttribute.range("id", "N"))),
                "PAY_PER_REQUEST",
                0,
                0,
                null,
                true,
                Map.of("team", "harbour"));
        TableDetails made = tables(engine).create(own, Progress.NONE);
        assertThat(made.onDemand()).isTrue();
        assertThat(made.deletionProtection()).isTrue();
        assertThat(made.indexes()).singleElement().satisfies(index -> assertThat(index.readCapacity()).isZero());
        if (knowsTags(engine, made.arn())) {
            assertThat(made.tags()).isEqualTo(Map.of("team", "harbour"));
            assertThat(own.differences(made)).isEmpty();
        } else {
            assertThat(own.differences(made)).singleElement().asString().contains("tags");
        }
    }

    private static boolean knowsTags(NamedEngine engine, String arn) {
        try {
            return TestEngines.dynamoDbClient(engine.endpoint()).listTagsOfResource(b -> b.resourceArn(arn)).hasTags();
        } catch (DynamoDbException e) {
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException");
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void schemaLoadOfAnExistingTableSaysWhatDiffersFromThePreset(NamedEngine engine) {
        String name = TestAws.tableName("exists");
        Tables tables = tables(engine);
        tables.create(MessagesTablePreset.of(name, false, false, false), Progress.NONE);
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> tables.create(MessagesTablePreset.of(name, false, false, false), Progress.NONE))
                .withMessageContaining("already exists with the same definition. Its status is ACTIVE");
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> tables.create(MessagesTablePreset.of(name, true, true, true), Progress.NONE))
                .withMessageContaining("the index message-group-sk-index is missing")
                .withMessageContaining("billing mode is PROVISIONED, not PAY_PER_REQUEST")
                .withMessageContaining("stream is none, not NEW_IMAGE");
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void dropRefusesAnotherTypedNameAndAProtectedTableAndLeavesItThere(NamedEngine engine) {
        String name = TestAws.tableName("guarded");
        Tables tables = tables(engine);
        tables.create(MessagesTablePreset.of(name, false, false, false), Progress.NONE);
        assertThatThrownBy(() -> dropper(engine).drop(name, name + "x", false, Progress.NONE))
                .isInstanceOf(OperationRefusedException.class);
        TestEngines.dynamoDbClient(engine.endpoint()).updateTable(b -> b.tableName(name).deletionProtectionEnabled(true));
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> dropper(engine).drop(name, name, false, Progress.NONE))
                .withMessageContaining("--no-deletion-protection-enabled");
        assertThat(tables.find(name)).isPresent();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource(ENGINES)
    void dropWritesABackupFirstAndWaitsUntilItIsGone(NamedEngine engine) {
        String name = TestAws.tableName("dropped");
        Tables tables = tables(engine);
        tables.create(MessagesTablePreset.of(name, false, false, false), Progress.NONE);
        TableDeleteResult dropped = dropper(engine).drop(name, name, true, Progress.NONE);
        assertThat(dropped.backup()).exists();
        assertThat(tables.find(name)).isEmpty();
        assertThat(tables.names()).doesNotContain(name);
        assertThatExceptionOfType(OperationFailedException.class).isThrownBy(() -> dropper(engine).drop(name, name, true, Progress.NONE))
                .withMessageContaining("was not found");
    }

    @Test
    void aBackupThatCannotBeWrittenStopsTheDropBeforeAnythingIsDeleted() throws Exception {
        NamedEngine engine = TestEngines.everyDynamoDb().getFirst();
        String name = TestAws.tableName("kept");
        AwsClients clients = TestAws.clients(engine.endpoint());
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
        Tables tables = new Tables(clients);
        TableDeleter dropper = new TableDeleter(clients, new Backups(clients, file.resolve("below")));
        tables.create(MessagesTablePreset.of(name, false, false, false), Progress.NONE);
        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> dropper.drop(name, name, true, Progress.NONE))
                .withMessageContaining("could not be written")
                .withMessageContaining("Nothing was deleted");
        assertThat(tables.find(name)).isPresent();
    }

    @Test
    void listTablesReadsEveryPageAndDescribesEach() {
        NamedEngine engine = TestEngines.everyDynamoDb().getFirst();
        Tables tables = tables(engine);
        String prefix = TestAws.tableName("many");
        List<String> made = IntStream.range(0, 120).mapToObj(i -> prefix + "-" + i).toList();
        made.forEach(name -> TestEngines.dynamoDbClient(engine.endpoint())
                .createTable(CreateTableRequestMapper.of(MessagesTablePreset.of(name, false, false, true))));
        ListTablesResponse firstPage = TestEngines.dynamoDbClient(engine.endpoint()).listTables();
        assertThat(firstPage.tableNames()).as("the engine pages as AWS does").hasSize(100);
        RecordedProgress progress = new RecordedProgress();
        List<TableDetails> listed = tables.list(progress);
        assertThat(listed).extracting(TableDetails::name).containsAll(made).isSorted();
        assertThat(progress.total()).isEqualTo(listed.size());
        made.forEach(name -> TestEngines.dynamoDbClient(engine.endpoint()).deleteTable(b -> b.tableName(name)));
    }

    @Test
    void namesAreCheckedBeforeAnybodyIsAsked() {
        NamedEngine engine = TestEngines.everyDynamoDb().getFirst();
        for (String name : List.of("ab", "a b c", "../../etc/passwd", "ü".repeat(5), "a".repeat(256), "")) {
            assertThatThrownBy(() -> tables(engine).create(MessagesTablePreset.of(name, false, false, false), Progress.NONE))
                    .as(name)
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(TableRules.check(new TableDefinition(
                "abc", List.of(KeyAttribute.range("sk", "S")), List.of(), "PROVISIONED", 5, 5, null, false, Map.of())))
                .isNotNull();
        assertThat(TableRules.check(MessagesTablePreset.of("abc", true, true, false))).isNull();
    }
}
