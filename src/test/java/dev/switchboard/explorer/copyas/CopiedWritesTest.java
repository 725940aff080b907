package dev.switchboard.explorer.copyas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.dynamodb.edit.ItemEdit;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeySchema;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.value.TypedItems;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.explorer.edit.StagedEdit;
import dev.switchboard.explorer.edit.StagedKind;
import dev.switchboard.failure.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;

/** Copied writes make the change that is staged, once, and only where the item is as it was read. */
class CopiedWritesTest {
    private static final ClientSettings SETTINGS = CopyFixture.settings();
    private static final KeySchema KEYS = new KeySchema(List.of("pk", "sk"));

    @TempDir
    private Path folder;

    private static StagedEdit staged(ItemEdit edit, StagedKind kind) {
        return new StagedEdit(KEYS.of(edit.subject()), edit, kind, List.of(), 1);
    }

    /** PartiQL has no binary literals, and version 1 of the AWS CLI takes no binary values that are not text. */
    private static Item item(CopyTarget target) {
        Map<String, TypedValue> attributes = new LinkedHashMap<>(CopyFixture.attributes());
        if (target == CopyTarget.PARTIQL || (target == CopyTarget.AWS_CLI && isCliOfVersion1())) {
            attributes.remove("binary");
            attributes.remove("binaries");
        }
        return TypedItems.item(new TypedValue.Members(attributes));
    }

    private static boolean isCliOfVersion1() {
        return !CopiedProgram.present("bash", "-c", "aws --version | grep -q '^aws-cli/2'");
    }

    private static Item with(Item item, String name, TypedValue value) {
        Map<String, TypedValue> attributes = new LinkedHashMap<>(TypedItems.values(item).values());
        attributes.put(name, value);
        return TypedItems.item(new TypedValue.Members(attributes));
    }

    private void run(String text, CopyTarget target) throws Exception {
        switch (target) {
            case AWS_CLI -> {
                assumeTrue(CopiedProgram.present("aws", "--version"), "the AWS CLI is not installed");
                Files.writeString(folder.resolve("copied.sh"), text);
                CopiedProgram.run(folder, "bash", "copied.sh");
            }
            case BOTO3 -> {
                assumeTrue(CopiedProgram.present("python3", "-c", "import boto3"), "boto3 is not installed");
                Files.writeString(folder.resolve("copied.py"), text);
                CopiedProgram.run(folder, "python3", "copied.py");
            }
            case JAVA -> CopiedJava.run(folder, text);
            case PARTIQL -> CopyFixture.client().executeTransaction(b -> b.transactStatements(
                    Pattern.compile("(?m)^(?=(?:INSERT|UPDATE|DELETE) )").splitAsStream(text).map(CopiedWritesTest::statement).toList()));
            case JAVASCRIPT -> {
                Files.writeString(folder.resolve("copied.mjs"), text);
                CopiedProgram.run(folder, "node", "--check", "copied.mjs");
            }
        }
    }

    private static ParameterizedStatement statement(String text) {
        return ParameterizedStatement.builder().statement(text).build();
    }

    private void copy(String table, ItemEdit edit, StagedKind kind, CopyTarget target) throws Exception {
        run(CopyAs.of(table, List.of(staged(edit, kind)), target, SETTINGS), target);
    }

    @ParameterizedTest
    @EnumSource(value = CopyTarget.class, names = "JAVASCRIPT", mode = EnumSource.Mode.EXCLUDE)
    void copiedWritesCreateChangeMoveAndDelete(CopyTarget target) throws Exception {
        String table = CopyFixture.empty();
        Item item = item(target);
        copy(table, ItemEdit.create(item), StagedKind.CREATE, target);
        assertThat(CopyFixture.read(ReadPlan.scan(table))).containsExactly(CopiedRows.normal(item.toJson()));
        assertThatThrownBy(() -> copy(table, ItemEdit.create(item), StagedKind.CREATE, target)).isInstanceOf(Throwable.class);

        Item changed = with(with(with(item, "empty", new TypedValue.Text("full")), "added", CopyFixture.attribute("numbers")),
                "strings", new TypedValue.TextSet(List.of("c")));
        Item smaller = changed.only(changed.names().stream().filter(name -> !name.equals("null")).toList());
        copy(table, new ItemEdit(item, smaller), StagedKind.CHANGE, target);
        assertThat(CopyFixture.read(ReadPlan.scan(table))).containsExactly(CopiedRows.normal(smaller.toJson()));
        assertThatThrownBy(() -> copy(table, new ItemEdit(item, smaller), StagedKind.CHANGE, target)).isInstanceOf(Throwable.class);

        Item moved = with(smaller, "sk", new TypedValue.Text("moved"));
        copy(table, new ItemEdit(smaller, moved), StagedKind.MOVE, target);
        assertThat(CopyFixture.read(ReadPlan.scan(table))).containsExactly(CopiedRows.normal(moved.toJson()));

        assertThatThrownBy(
                () -> copy(table, ItemEdit.delete(with(moved, "empty", new TypedValue.Text("other"))), StagedKind.DELETE, target))
                .isInstanceOf(Throwable.class);
        copy(table, ItemEdit.delete(moved), StagedKind.DELETE, target);
        assertThat(CopyFixture.read(ReadPlan.scan(table))).isEmpty();
    }

    @Test
    void copiedJavaScriptIsValid() throws Exception {
        assumeTrue(CopiedProgram.present("node", "--version"), "Node.js is not installed");
        Item item = item(CopyTarget.JAVASCRIPT);
        copy("t", ItemEdit.create(item), StagedKind.CREATE, CopyTarget.JAVASCRIPT);
        copy("t", new ItemEdit(item, with(item, "sk", new TypedValue.Text("moved"))), StagedKind.MOVE, CopyTarget.JAVASCRIPT);
        run(CopyAs.of("SELECT * FROM \"t\"", CopyTarget.JAVASCRIPT, SETTINGS), CopyTarget.JAVASCRIPT);
    }

    @Test
    void anAttributeIsAddedOnlyToAnItemThatExists() throws Exception {
        String table = CopyFixture.empty();
        Item item = item(CopyTarget.JAVA);
        ItemEdit edit = new ItemEdit(item, with(item, "added", new TypedValue.Text("x")));
        assertThatThrownBy(() -> copy(table, edit, StagedKind.CHANGE, CopyTarget.JAVA)).isInstanceOf(Throwable.class);
        assertThat(CopyFixture.read(ReadPlan.scan(table))).isEmpty();
    }

    @Test
    void severalWritesAreOneTransactionOfAtMostAHundred() throws Exception {
        String table = CopyFixture.empty();
        List<StagedEdit> edits = IntStream.range(0, 101)
                .mapToObj(i -> staged(ItemEdit.create(Item.builder().string("pk", "p").string("sk", "s" + i).build()), StagedKind.CREATE))
                .toList();
        run(CopyAs.of(table, edits.subList(0, 100), CopyTarget.JAVA, SETTINGS), CopyTarget.JAVA);
        assertThat(CopyFixture.read(ReadPlan.scan(table))).hasSize(100);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> CopyAs.of(table, edits, CopyTarget.JAVA, SETTINGS));
    }

    /** Version 1 would write the Base64 text. */
    @Test
    void theAwsCliWritesBinaryValuesAsTheyAreOrNotAtAll() throws Exception {
        assumeTrue(CopiedProgram.present("aws", "--version"), "the AWS CLI is not installed");
        String table = CopyFixture.empty();
        Item item = CopyFixture.nasty();
        if (isCliOfVersion1()) {
            assertThatThrownBy(() -> copy(table, ItemEdit.create(item), StagedKind.CREATE, CopyTarget.AWS_CLI))
                    .hasMessageContaining("--cli-binary-format");
            assertThat(CopyFixture.read(ReadPlan.scan(table))).isEmpty();
        } else {
            copy(table, ItemEdit.create(item), StagedKind.CREATE, CopyTarget.AWS_CLI);
            assertThat(CopyFixture.read(ReadPlan.scan(table))).containsExactly(CopiedRows.normal(item.toJson()));
        }
    }

    /** A constant of a class has at most 65,535 bytes. */
    @Test
    void anItemOf390KilobytesCompiles() throws Exception {
        String table = CopyFixture.empty();
        Item large =
                with(with(item(CopyTarget.JAVA), "long", new TypedValue.Text("👍x".repeat(60_000))), "sk", new TypedValue.Text("large"));
        copy(table, ItemEdit.create(large), StagedKind.CREATE, CopyTarget.JAVA);
        assertThat(CopyFixture.read(ReadPlan.scan(table))).containsExactly(CopiedRows.normal(large.toJson()));
    }
}
