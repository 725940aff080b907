package dev.switchboard.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.InterceptingProxy;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of the messages table, as a table that exists has them. */
class TableSettingsCheckTest {
    private final Tables tables = new Tables(TestAws.clients(TestEngines.dynamoDb()));

    private TableDetails created(TableDefinition definition) {
        return tables.create(definition, Progress.NONE);
    }

    private static TableDefinition definition(List<KeyAttribute> keys, List<IndexDefinition> indexes, String view) {
        return new TableDefinition(TestAws.tableName("settings"), keys, indexes, "PAY_PER_REQUEST", 0, 0, view, false, Map.of());
    }

    @Test
    void thePresetInEachOfItsFormsIsAsExpected() {
        for (boolean more : new boolean[] {false, true}) {
            TableDetails table = created(MessagesTablePreset.of(TestAws.tableName("settings"), more, more, !more));
            assertThat(TableSettingsCheck.of(table, false)).satisfies(finding -> {
                assertThat(finding.state()).isEqualTo(CheckState.OK);
                assertThat(finding.detail()).contains(table.billing());
            });
        }
    }

    @Test
    void otherKeysFail() {
        List<KeyAttribute> keys = List.of(KeyAttribute.hash("pk", "S"), KeyAttribute.range("sk", "N"));
        CheckFinding finding = TableSettingsCheck.of(created(definition(keys, List.of(), null)), false);
        assertThat(finding.state()).isEqualTo(CheckState.FAILED);
        assertThat(finding.detail()).contains("sk (N, RANGE)", "sk (S, RANGE)");
    }

    @Test
    void anIndexAndAStreamOfAnotherFormAreNamedWithTheCommand() {
        MessagesTablePreset.Shape preset = MessagesTablePreset.shape();
        IndexDefinition index =
                IndexDefinition.global(preset.index().name(), KeyAttribute.hash("user_uuid", "S"), KeyAttribute.range("sk", "S"));
        CheckFinding finding = TableSettingsCheck.of(created(definition(preset.keys(), List.of(index), "KEYS_ONLY")), false);
        assertThat(finding.state()).isEqualTo(CheckState.WARNING);
        assertThat(finding.detail()).contains("user_uuid", "KEYS_ONLY", "--drop-index message-group-sk-index", "--stream NEW_IMAGE");
    }

    @Test
    void anIndexWithoutTheOtherAttributesIsNamed() {
        MessagesTablePreset.Shape preset = MessagesTablePreset.shape();
        IndexDefinition index =
                new IndexDefinition(preset.index().name(), false, preset.index().keys(), "KEYS_ONLY", List.of(), 0, 0);
        CheckFinding finding = TableSettingsCheck.of(created(definition(preset.keys(), List.of(index), null)), false);
        assertThat(finding.state()).isEqualTo(CheckState.WARNING);
        assertThat(finding.detail()).contains("KEYS_ONLY instead of").contains("--add-index message-group-sk-index:message_group_uuid:sk");
    }

    @Test
    void anotherIndexIsNoFinding() {
        MessagesTablePreset.Shape preset = MessagesTablePreset.shape();
        IndexDefinition index = IndexDefinition.global("by-user", KeyAttribute.hash("user_uuid", "S"));
        TableDetails table = created(definition(preset.keys(), List.of(index), null));
        assertThat(TableSettingsCheck.of(table, false).state()).isEqualTo(CheckState.OK);
    }

    @Test
    void protectionIsExpectedInPrdAlone() {
        TableDetails table = created(MessagesTablePreset.of(TestAws.tableName("settings"), false, false, true));
        assertThat(TableSettingsCheck.of(table, false).state()).isEqualTo(CheckState.OK);
        assertThat(TableSettingsCheck.of(table, true)).satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(CheckState.WARNING);
            assertThat(finding.detail()).contains("Deletion protection is off");
        });
    }

    @Test
    void whetherRecoveryIsOnIsSaidToBeUnknownWhereItCannotBeRead() {
        TableDetails table = created(MessagesTablePreset.of(TestAws.tableName("settings"), false, false, true));
        TableDetails guarded = tables.protect(table.name(), true);
        try (InterceptingProxy refusing = new InterceptingProxy(TestEngines.dynamoDb());
                AwsClients clients = TestAws.open(refusing.uri())) {
            refusing.refuse("DescribeContinuousBackups", "AccessDeniedException");
            CheckFinding finding = TableSettingsCheck.of(new Tables(clients).describe(guarded.name()), true);
            assertThat(finding.state()).as(finding.detail()).isEqualTo(CheckState.OK);
            assertThat(finding.detail()).contains("Whether point-in-time recovery is on is not known.");
        } finally {
            tables.protect(table.name(), false);
        }
    }
}
