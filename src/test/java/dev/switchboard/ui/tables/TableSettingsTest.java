package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableUpdate;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.DynamoDbCleaner;
import dev.switchboard.ui.common.LoadedView;
import dev.switchboard.ui.tables.TableSettingsViewModel.IndexChange;
import dev.switchboard.ui.testing.Fx;
import dev.switchboard.ui.testing.Screenshots;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSettingsTest {
    private static final String TABLE = "cruddur-messages";

    @TempDir
    Path home;

    private TestContext test;

    @BeforeEach
    void open() {
        DynamoDbCleaner.now();
        test = TablesFixture.context(home, Environment.DEV);
        TablesFixture.make(test, MessagesTablePreset.of(TABLE, true, false, false));
    }

    private TableDetails table() {
        return test.context().session().tables().describe(TABLE);
    }

    private TableSettings settings() {
        return test.context().session().tables().settings(TABLE);
    }

    @Test
    void onlyWhatIsChangedIsSent() {
        TableSettingsViewModel form = new TableSettingsViewModel(table(), settings());
        assertThat(form.update().isEmpty()).isTrue();
        assertThat(form.errorProperty().get()).isEqualTo("Nothing is changed.");
        form.readProperty().set("7");
        assertThat(form.update()).isEqualTo(new TableUpdate(TableUpdate.Capacity.provisioned(7, 5), null, null, null, null, null));
        assertThat(form.errorProperty().get()).isEmpty();
        form.onDemandProperty().set(true);
        form.timeToLiveProperty().set("expires");
        form.streamProperty().set("NEW_IMAGE");
        assertThat(form.update())
                .isEqualTo(new TableUpdate(TableUpdate.Capacity.ON_DEMAND, "expires", "NEW_IMAGE", null, null, null));
    }

    @Test
    void costFollowsTheForm() {
        TableSettingsViewModel form = new TableSettingsViewModel(table(), settings());
        String before = form.costProperty().get();
        form.writeProperty().set("500");
        assertThat(form.costProperty().get()).isNotEqualTo(before).contains("$");
        form.writeProperty().set("none");
        assertThat(form.costProperty().get()).isEmpty();
        assertThat(form.errorProperty().get()).contains("1 or more");
    }

    @Test
    void anIndexNeedsANameThatIsFree() {
        TableSettingsViewModel form = new TableSettingsViewModel(table(), settings());
        form.indexChangeProperty().set(IndexChange.ADD);
        assertThat(form.errorProperty().get()).contains("needs a name");
        form.newIndex().nameProperty().set(table().indexes().getFirst().name());
        form.newIndex().partitionProperty().set("user_handle");
        assertThat(form.errorProperty().get()).contains("already has");
        form.newIndex().nameProperty().set("by-user");
        assertThat(form.errorProperty().get()).isEmpty();
        form.indexChangeProperty().set(IndexChange.DROP);
        assertThat(form.update().dropIndex()).isEqualTo(table().indexes().getFirst().name());
    }

    private LoadedView screen() {
        return Fx.onFx(() -> {
            LoadedView view = TablesController.SCREEN.loader().apply(test.context());
            view.controller().shown(Map.of());
            new Scene(view.root());
            view.root().applyCss();
            return view;
        });
    }

    @Test
    void settingsAreChangedFromTheScreen() {
        List<Parent> forms = new ArrayList<>();
        test.dialogs().fills = content -> {
            forms.add((Parent) content);
            ((TextField) content.lookup("#timeToLive")).setText("expires");
            ((TextField) content.lookup("#writeCapacity")).setText("9");
        };
        LoadedView view = screen();
        Fx.onFx(() -> ((Button) view.root().lookup("#settings")).fire());
        Screenshots.save(forms.getFirst(), "tables-settings", 620, 560);
        assertThat(table().writeCapacity()).isEqualTo(9);
        assertThat(settings().timeToLive()).isEqualTo("expires");
        assertThat(test.notices().said).singleElement().asString().contains("expires");
    }

    @Test
    void nothingIsSentWhereTheFormIsCanceled() {
        test.dialogs().fills = content -> ((TextField) content.lookup("#writeCapacity")).setText("9");
        test.dialogs().agrees = false;
        LoadedView view = screen();
        Fx.onFx(() -> ((Button) view.root().lookup("#settings")).fire());
        assertThat(table().writeCapacity()).isEqualTo(5);
    }

    @Test
    void aTableIsCopiedForOtherTools() {
        LoadedView view = screen();
        List<String> copied = new ArrayList<>();
        Fx.onFx(() -> ((MenuButton) view.root().lookup("#copy")).getItems().forEach(item -> {
            item.fire();
            copied.add(Clipboard.getSystemClipboard().getString());
        }));
        assertThat(copied).hasSize(4).doesNotHaveDuplicates().allMatch(text -> text.contains(TABLE));
        assertThat(copied).anyMatch(text -> text.contains("AWS::DynamoDB::Table")).anyMatch(text -> text.contains("aws_dynamodb_table"));
    }

    @Test
    void lockedPrdChangesNothing() {
        TestContext prd = TablesFixture.context(home, Environment.PRD);
        LoadedView view = Fx.onFx(() -> {
            LoadedView made = TablesController.SCREEN.loader().apply(prd.context());
            made.controller().shown(Map.of());
            return made;
        });
        Screenshots.save(view.root(), "tables-settings-locked", 1072, 720);
        assertThat(((Button) view.root().lookup("#settings")).isDisabled()).isTrue();
    }
}
