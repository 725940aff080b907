package dev.switchboard.dynamodb.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.TableSettingKind;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.Entry;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TableSettingsDynamoDb;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** The settings of a table beside its definition: kept in the backup, set again by a restore, or named before the table is deleted. */
@Timeout(120)
class TableSettingsBackupTest {
    private static final String KINESIS = "arn:aws:kinesis:us-east-1:111122223333:stream/changes";

    @TempDir
    Path folder;

    private final String name = TestAws.tableName("settings");

    private static String describedArn(AwsClients clients, String table) {
        return clients.dynamoDb().describeTable(b -> b.tableName(table)).table().tableArn();
    }

    @ParameterizedTest
    @MethodSource("dev.switchboard.testing.TestEngines#everyDynamoDb")
    void theTimeToLiveOfADroppedTableComesBack(NamedEngine engine) {
        AwsClients clients = TestAws.clients(engine.endpoint());
        DynamoDbClient direct = TestEngines.dynamoDbClient(engine.endpoint());
        Backups backups = new Backups(clients, folder);
        new Tables(clients).create(MessagesTablePreset.of(name, true, true, false), Progress.NONE);
        direct.updateTimeToLive(b -> b.tableName(name).timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));
        assertThat(new Tables(clients).settings(name).notReported())
                .as("an engine without these operations is no error")
                .contains(TableSettingKind.RECOVERY, TableSettingKind.RESOURCE_POLICY)
                .doesNotContain(TableSettingKind.TIME_TO_LIVE);

        TableDeleteResult dropped = new TableDeleter(clients, backups).drop(name, name, true, Progress.NONE);
        TableRestoreResult restored = backups.restore(dropped.backup(), null, Progress.NONE);

        assertThat(restored.set()).containsExactly("time to live: expires");
        assertThat(restored.notSet()).isEmpty();
        assertThat(new Tables(clients).settings(name).timeToLive()).isEqualTo("expires");
    }

    @Test
    void encryptionTableClassAndOnDemandLimitsComeBack() {
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        String key = "arn:aws:kms:us-east-1:111122223333:key/1";
        TestEngines.dynamoDbClient()
                .createTable(b -> b.tableName(name)
                        .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType("S").build())
                        .keySchema(KeySchemaElement.builder().attributeName("pk").keyType("HASH").build())
                        .billingMode("PAY_PER_REQUEST")
                        .tableClass("STANDARD_INFREQUENT_ACCESS")
                        .sseSpecification(sse -> sse.enabled(true).sseType("KMS").kmsMasterKeyId(key))
                        .onDemandThroughput(limit -> limit.maxReadRequestUnits(10L).maxWriteRequestUnits(20L)));
        TableSettings before = new Tables(clients).settings(name);
        assertThat(before.encryption()).isEqualTo(new TableSettings.Encryption("KMS", key));
        Backups backups = new Backups(clients, folder);
        TableDeleteResult dropped = new TableDeleter(clients, backups).drop(name, name, true, Progress.NONE);

        TableRestoreResult restored = backups.restore(dropped.backup(), null, Progress.NONE);

        assertThat(restored.notSet()).isEmpty();
        assertThat(new Tables(clients).settings(name)).usingRecursiveComparison().ignoringFields("arn").isEqualTo(before);
    }

    /** A table with every setting that AWS has and can be set again. */
    private void everySetting(TableSettingsDynamoDb engine, AwsClients clients) {
        new Tables(clients).create(MessagesTablePreset.of(name, true, true, false), Progress.NONE);
        DynamoDbClient direct = TestEngines.dynamoDbClient();
        direct.updateTimeToLive(b -> b.tableName(name).timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));
        direct.putItem(b -> b.tableName(name).item(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("s"))));
        String arn = describedArn(clients, name);
        engine.recoveryDays.put(name, 7);
        engine.insights.put(name, Map.of("", "THROTTLED_KEYS", "message-group-sk-index", "ACCESSED_AND_THROTTLED_KEYS"));
        engine.kinesis.put(name, Map.of(KINESIS, "MICROSECOND"));
        engine.policies.put(arn, "{ \"Statement\": [{\"Resource\": \"" + arn + "/index/*\", \"Other\": \"" + arn + "-other\"}] }");
        engine.policies.put(clients.dynamoDb().describeTable(b -> b.tableName(name)).table().latestStreamArn(),
                "{\"Statement\":[{\"Resource\":\"" + arn + "/stream/1\"}]}");
    }

    @Test
    void everythingThatAwsTellsOfATableIsSetAgain() {
        try (TableSettingsDynamoDb engine = new TableSettingsDynamoDb(); AwsClients clients = TestAws.open(engine.proxy().uri())) {
            everySetting(engine, clients);
            String arn = describedArn(clients, name);
            Backups backups = new Backups(clients, folder);
            Path file = new TableDeleter(clients, backups).drop(name, name, true, Progress.NONE).backup();
            engine.forget(name, arn);
            String other = TestAws.tableName("copy");

            TableRestoreResult restored = backups.restore(file, other, Progress.NONE);

            assertThat(restored.notSet()).isEmpty();
            assertThat(restored.set()).hasSize(6);
            assertThat(engine.recoveryDays).containsEntry(other, 7);
            assertThat(engine.insights.get(other))
                    .isEqualTo(Map.of("", "THROTTLED_KEYS", "message-group-sk-index", "ACCESSED_AND_THROTTLED_KEYS"));
            assertThat(engine.kinesis.get(other)).isEqualTo(Map.of(KINESIS, "MICROSECOND"));
            String otherArn = describedArn(clients, other);
            assertThat(engine.policies.get(otherArn)).as("of the restored table, and of no other whose name begins like it")
                    .contains("\"" + otherArn + "/index/*\"", "\"" + arn + "-other\"").doesNotContain("\"" + arn + "/");
            assertThat(engine.policies.get(clients.dynamoDb().describeTable(b -> b.tableName(other)).table().latestStreamArn()))
                    .contains(otherArn + "/stream/").doesNotContain("/stream/1\"");
        }
    }

    @Test
    void aSettingThatCannotBeSetDoesNotFailTheRestoreAndIsSetTheNextTime() {
        try (TableSettingsDynamoDb engine = new TableSettingsDynamoDb(); AwsClients clients = TestAws.open(engine.proxy().uri())) {
            everySetting(engine, clients);
            Backups backups = new Backups(clients, folder);
            Path file = new TableDeleter(clients, backups).drop(name, name, true, Progress.NONE).backup();
            engine.forget(name, "arn");
            engine.proxy().refuse("UpdateTimeToLive", "AccessDeniedException");

            TableRestoreResult restored = backups.restore(file, null, Progress.NONE);

            assertThat(restored.items()).isEqualTo(1);
            assertThat(restored.notSet()).singleElement().asString().contains("time to live (expires) was not set");
            assertThat(restored.set()).hasSize(5);
            Entry entry = clients.journal().list(1).entries().getFirst();
            assertThat(entry.intent().what()).contains("time to live", "point-in-time recovery");
            engine.proxy().accept("UpdateTimeToLive");
            assertThat(backups.restore(file, null, Progress.NONE).notSet()).isEmpty();
            assertThat(new Tables(clients).settings(name).timeToLive()).isEqualTo("expires");
        }
    }

    @Test
    void aSettingOfAnExistingTableStaysAsItIs() {
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        DynamoDbClient direct = TestEngines.dynamoDbClient();
        new Tables(clients).create(MessagesTablePreset.of(name, false, false, true), Progress.NONE);
        direct.updateTimeToLive(b -> b.tableName(name).timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));
        Backups backups = new Backups(clients, folder);
        Path file = backups.backup(name, null, Progress.NONE).file();
        String other = TestAws.tableName("other");
        new Tables(clients).create(MessagesTablePreset.of(other, false, false, true), Progress.NONE);
        direct.updateTimeToLive(b -> b.tableName(other).timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("another")));

        TableRestoreResult restored = backups.restore(file, other, Progress.NONE);

        assertThat(restored.notSet()).singleElement().asString().contains("is another, not expires");
        assertThat(new Tables(clients).settings(other).timeToLive()).isEqualTo("another");
    }

    @Test
    void whatDoesNotComeBackIsNamedBeforeTheDropAndInTheJournal() {
        try (TableSettingsDynamoDb engine = new TableSettingsDynamoDb(); AwsClients clients = TestAws.open(engine.proxy().uri())) {
            new Tables(clients).create(MessagesTablePreset.of(name, false, true, false), Progress.NONE);
            engine.proxy().change("DescribeTable", body -> body.replaceFirst("\"Table\":\\{",
                    "\"Table\":{\"Replicas\":[{\"RegionName\":\"eu-west-1\"}],\"VectorIndexes\":[{\"IndexName\":\"near\"}],"));
            engine.proxy().refuse("GetResourcePolicy", "AccessDeniedException");
            TableDeleter deleter = new TableDeleter(clients, new Backups(clients, folder));

            DropPreview preview = deleter.preview(name, ScanOptions.USUAL_RATE);
            assertThat(preview.notKept()).hasSize(4);
            assertThat(String.join("\n", preview.notKept()))
                    .contains("global table with eu-west-1", "vector indexes (near)", "new, empty stream", "no permission")
                    .contains("resource policy");
            assertThat(preview.recorded()).isTrue();

            deleter.drop(name, name, true, Progress.NONE);
            assertThat(clients.journal().list(1).entries().getFirst().noUndoReason()).contains("eu-west-1", "near", "Lambda");
        }
    }

    @Test
    void writesAreRefusedUntilTheTableIsDeletedAndAcceptedAgainWhereItIsNot() {
        String former = "{\"Statement\":{\"Sid\":\"Mine\"}}";
        try (TableSettingsDynamoDb engine = new TableSettingsDynamoDb(); AwsClients clients = TestAws.open(engine.proxy().uri())) {
            new Tables(clients).create(MessagesTablePreset.of(name, false, false, true), Progress.NONE);
            String arn = describedArn(clients, name);
            engine.policies.put(arn, former);
            TableDeleter deleter = new TableDeleter(clients, new Backups(clients, folder));
            assertThat(deleter.preview(name, ScanOptions.USUAL_RATE).canRefuseWrites()).isTrue();
            DropOptions refusing = new DropOptions(true, ScanOptions.USUAL_RATE, true);

            engine.proxy().refuse("DeleteTable", "AccessDeniedException");
            assertThatThrownBy(() -> deleter.drop(name, name, refusing, Progress.NONE)).isInstanceOf(RuntimeException.class);
            assertThat(engine.policies).containsEntry(arn, former);

            engine.proxy().accept("DeleteTable");
            engine.proxy().before("Scan", () -> assertThat(engine.policies.get(arn)).contains("Mine", WriteRefusal.STATEMENT, "PutItem"));
            TableDeleteResult dropped = deleter.drop(name, name, refusing, Progress.NONE);
            assertThat(new Backups(clients, folder).restore(dropped.backup(), null, Progress.NONE).notSet()).isEmpty();
            assertThat(engine.proxy().arrived()).containsSubsequence("PutResourcePolicy", "Scan", "DeleteTable");
        }
    }

    @Test
    void anEngineThatCannotRefuseWritesSaysSoAndDeletesNothing() {
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        new Tables(clients).create(MessagesTablePreset.of(name, false, false, true), Progress.NONE);
        TableDeleter deleter = new TableDeleter(clients, new Backups(clients, folder));
        assertThat(deleter.preview(name, ScanOptions.USUAL_RATE).canRefuseWrites()).isFalse();
        assertThatThrownBy(() -> deleter.drop(name, name, new DropOptions(true, ScanOptions.USUAL_RATE, true), Progress.NONE))
                .isInstanceOf(OperationRefusedException.class)
                .hasMessageContaining("cannot refuse writes");
        assertThat(new Tables(clients).find(name)).isPresent();
    }

    @Test
    void aBackupOfAnEarlierVersionIsStillRestored() {
        BackupHeader old =
                BackupHeader.read("{\"switchboardBackup\":1,\"at\":\"2026-01-01T00:00:00Z\",\"items\":0,\"table\":{\"name\":\"old\","
                        + "\"keys\":[{\"name\":\"pk\",\"type\":\"S\",\"role\":\"HASH\"}],\"indexes\":[],\"billing\":\"PAY_PER_REQUEST\","
                        + "\"readCapacity\":0,\"writeCapacity\":0,\"streamView\":null,\"deletionProtection\":false,\"tags\":{}}}");
        assertThat(old).isNotNull();
        assertThat(old.settings()).isNull();
        assertThat(old.moment()).isNull();
        BackupHeader later = BackupHeader.read(old.toJson().replaceFirst("}$",
                ",\"settings\":{\"timeToLive\":\"t\",\"denied\":[\"A_KIND_OF_LATER\"],\"more\":1}}"));
        assertThat(later).isNotNull();
        assertThat(later.settings().set()).isEqualTo(List.of(TableSettingKind.TIME_TO_LIVE));
    }

    @Test
    void theLongestTableNameHasABackupName() {
        String longest = "a".repeat(255);
        String other = "a".repeat(254) + "b";
        Instant at = Instant.EPOCH;
        assertThat(BackupFolder.file(folder, longest, at).getFileName().toString()).hasSizeLessThan(200).startsWith("aaa");
        assertThat(BackupFolder.file(folder, longest, at)).isNotEqualTo(BackupFolder.file(folder, other, at));
        AwsClients clients = TestAws.clients(TestEngines.dynamoDb());
        new Tables(clients).create(MessagesTablePreset.of(longest, false, false, true), Progress.NONE);
        TableDeleteResult dropped = new TableDeleter(clients, new Backups(clients, folder)).drop(longest, longest, true, Progress.NONE);
        assertThat(new Backups(clients, folder).describe(dropped.backup()).table()).isEqualTo(longest);
    }
}
