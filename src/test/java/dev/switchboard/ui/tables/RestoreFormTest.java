package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.BackupFile;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.ui.common.ViewLoader;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the form of a restore says about the target before anything is confirmed. */
class RestoreFormTest {
    private static final String TABLE = "cruddur-messages";
    @TempDir
    Path home;
    private TestContext test;
    private BackupFile backup;

    @BeforeEach
    void backUp() {
        DynamoDbCleaner.now();
        test = TablesFixture.context(home, Environment.DEV);
        TablesFixture.make(test, MessagesTablePreset.of(TABLE, false, false, true));
        TablesFixture.fill(TABLE, 3);
        backup = test.context().session().backups().backup(TABLE, null, Progress.NONE);
    }

    private RestoreFormViewModel form() {
        return new RestoreFormViewModel(test.context(), backup, Set.copyOf(test.context().session().tables().names()));
    }

    private void delete(String sortKey) {
        TestEngines.dynamoDbClient().deleteItem(b -> b.tableName(TABLE)
                .key(Map.of("pk", AttributeValue.fromS("MSG#1"), "sk", AttributeValue.fromS(sortKey))));
    }

    @Test
    void aTableWithOtherItemsIsRefusedBeforeTheRestoreWithTheirNumber() {
        TablesFixture.fill(TABLE, 5);
        RestoreFormViewModel form = form();
        assertThat(form.problemProperty().get()).contains("already has 5 items", "not all of which are from this backup", "another name",
                "drop the table first");
        assertThat(form.invalid().get()).isTrue();
        Parent content = Fx.onFx(() -> ViewLoader.fragment(RestoreController.class, new RestoreController(form, ZoneOffset.UTC)));
        Screenshots.save(content, "tables-restore-refused", 600, 300);
        assertThat(((Label) content.lookup("#error")).isVisible()).as("the form was just opened").isFalse();
        Button other = (Button) content.lookup("#useFree");
        assertThat(other.getText()).isEqualTo("Use cruddur-messages-restored");
        Fx.onFx(other::fire);
        assertThat(form.chosen()).isEqualTo("cruddur-messages-restored");
        assertThat(form.invalid().get()).isFalse();
        assertThat(form.hintProperty().get()).contains("is created");
        Screenshots.save(content, "tables-restore", 600, 300);
    }

    @Test
    void aTableWithAsManyButOtherItemsIsRefused() {
        delete("row 0");
        TestEngines.dynamoDbClient().putItem(b -> b.tableName(TABLE)
                .item(Map.of("pk", AttributeValue.fromS("MSG#1"), "sk", AttributeValue.fromS("row 2"), "message",
                        AttributeValue.fromS("changed since"))));
        assertThat(form().problemProperty().get()).contains("already has 2 items");
    }

    @Test
    void anInterruptedRestoreAndAnEmptyTableAreFilled() {
        delete("row 0");
        RestoreFormViewModel part = form();
        assertThat(part.hintProperty().get()).contains("2 items already, all of them from this backup");
        assertThat(part.invalid().get()).isFalse();
        delete("row 1");
        delete("row 2");
        assertThat(form().hintProperty().get()).contains("exists and is empty");
    }

    @Test
    void aTableWithOtherKeysIsRefused() {
        TablesFixture.make(test, new TableDefinition(
                "invoices", List.of(KeyAttribute.hash("tenant", "S")), List.of(), "PAY_PER_REQUEST", 0, 0, null, false, Map.of()));
        RestoreFormViewModel form = form();
        form.nameProperty().set("invoices");
        assertThat(form.problemProperty().get()).contains("invoices", "Restore to another name");
        form.nameProperty().set("no spaces");
        assertThat(form.problemProperty().get()).isEmpty();
        assertThat(form.errorProperty().get()).contains("3 to 255");
        assertThat(form.hintProperty().get()).isEmpty();
    }

    @Test
    void theFormOfAFullTableIsNotLost() {
        TablesFixture.fill(TABLE, 5);
        TablesViewModel tables = new TablesViewModel(test.context());
        new RestoreDialog(test.context(), new TableActions(test.context(), tables, new BackupsViewModel(test.context())))
                .open(backup.file());
        assertThat(test.dialogs().errors).as("it is said in the form").isEmpty();
        test.dialogs().fills = content -> ((Button) content.lookup("#useFree")).fire();
        Fx.onFx(() -> new RestoreDialog(test.context(), new TableActions(test.context(), tables, new BackupsViewModel(test.context())))
                .open(backup.file()));
        assertThat(TablesFixture.count("cruddur-messages-restored")).isEqualTo(3);
        assertThat(TablesFixture.count(TABLE)).isEqualTo(5);
    }
}
