package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableFormViewModelTest {
    private final TableFormViewModel form = new TableFormViewModel("cruddur-messages", Set.of("taken-table"));

    private TableFormErrors errors() {
        return form.errorsProperty().get();
    }

    @Test
    void presetIsValidInitially() {
        assertThat(errors().none()).isTrue();
        assertThat(form.definition()).isEqualTo(MessagesTablePreset.of("cruddur-messages", false, false, false));
        form.withIndexProperty().set(true);
        form.withStreamProperty().set(true);
        form.onDemandProperty().set(true);
        assertThat(form.definition()).isEqualTo(MessagesTablePreset.of("cruddur-messages", true, true, true));
    }

    @Test
    void namesAreValidatedWhileTyping() {
        form.nameProperty().set("no spaces");
        assertThat(errors().name()).contains("3 to 255");
        form.nameProperty().set("taken-table");
        assertThat(errors().name()).contains("already");
        form.nameProperty().set("fine.name_1");
        assertThat(errors().none()).isTrue();
    }

    @Test
    void customDefinitionUsesEveryField() {
        form.customProperty().set(true);
        form.partitionProperty().set("tenant");
        form.sortProperty().set("at");
        form.sortTypeProperty().set("N");
        form.readCapacityProperty().set("7");
        form.writeCapacityProperty().set("3");
        form.deletionProtectionProperty().set(true);
        form.tagsProperty().set("team = chat\ncost=dev");
        IndexFormViewModel index = new IndexFormViewModel();
        index.nameProperty().set("by-owner");
        index.partitionProperty().set("owner");
        form.indexes().add(index);
        TableDefinition made = form.definition();
        assertThat(errors().none()).isTrue();
        assertThat(made.keys()).containsExactly(KeyAttribute.hash("tenant", "S"), KeyAttribute.range("at", "N"));
        assertThat(made.indexes()).singleElement()
                .satisfies(each -> assertThat(each.keys()).containsExactly(KeyAttribute.hash("owner", "S")));
        assertThat(made.readCapacity()).isEqualTo(7);
        assertThat(made.writeCapacity()).isEqualTo(3);
        assertThat(made.deletionProtection()).isTrue();
        assertThat(made.tags()).isEqualTo(Map.of("team", "chat", "cost", "dev"));
    }

    @Test
    void errorsAreReportedPerField() {
        form.customProperty().set(true);
        form.partitionProperty().set("");
        assertThat(errors().keys()).contains("partition key");
        form.partitionProperty().set("sk");
        assertThat(errors().keys()).contains("same attribute");
        form.partitionProperty().set("pk");
        form.readCapacityProperty().set("none");
        assertThat(errors().capacity()).isNotEmpty();
        form.onDemandProperty().set(true);
        assertThat(errors().capacity()).isEmpty();
        form.tagsProperty().set("no equals sign");
        assertThat(errors().tags()).isNotEmpty();
        form.tagsProperty().set("");
        assertThat(errors().none()).isTrue();
    }

    @Test
    void incompleteIndexIsRejected() {
        form.customProperty().set(true);
        IndexFormViewModel index = new IndexFormViewModel();
        form.indexes().add(index);
        assertThat(errors().definition()).isNotEmpty();
        index.nameProperty().set("by-owner");
        assertThat(errors().definition()).isNotEmpty();
        index.partitionProperty().set("owner");
        assertThat(errors().none()).isTrue();
        index.partitionProperty().set("pk");
        index.partitionTypeProperty().set("N");
        assertThat(errors().definition()).as("one attribute has one type").isNotEmpty();
        form.indexes().remove(index);
        assertThat(errors().none()).isTrue();
    }

    @Test
    void aLocalIndexSharesThePartitionKeyAndHasItsOwnProjection() {
        form.customProperty().set(true);
        form.nameProperty().set("orders");
        form.partitionProperty().set("pk");
        form.sortProperty().set("sk");
        IndexFormViewModel index = new IndexFormViewModel();
        form.indexes().add(index);
        index.nameProperty().set("by-total");
        index.kindProperty().set(IndexFormViewModel.LOCAL);
        assertThat(form.errorsProperty().get().none()).as("a local index needs a sort key").isFalse();
        index.sortProperty().set("total");
        index.sortTypeProperty().set("N");
        index.projectionProperty().set("INCLUDE");
        index.includedProperty().set(" status, currency,");
        assertThat(form.errorsProperty().get().none()).isTrue();
        assertThat(form.definition().indexes()).containsExactly(new IndexDefinition("by-total", true,
                List.of(KeyAttribute.hash("pk", "S"), KeyAttribute.range("total", "N")), "INCLUDE", List.of("currency", "status"), 0, 0));
    }
}
