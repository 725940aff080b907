package dev.switchboard.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.edit.EditTable;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemValues;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Home;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.transfer.format.TransferFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Export and import, and what is in between. */
@Timeout(120)
class RoundTripTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> formats() {
        return TestEngines.everyDynamoDb().stream()
                .flatMap(engine -> Stream.of("a.json", "a.json.gz", "a.csv", "a.csv.gz").map(file -> Arguments.of(engine, file)));
    }

    private Transfers transfers(EditTable table) {
        return new Transfers(table.clients, new Home(folder.resolve("home")));
    }

    private static ImportOptions importing(String file, ConflictMode mode) {
        return ImportOptions.of(TransferFormat.of(Path.of(file)), mode);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyValueComesBack(NamedEngine engine, String file) throws Exception {
        try (EditTable from = new EditTable(engine); EditTable to = new EditTable(engine)) {
            List<Item> stored = new ArrayList<>();
            for (Item item : TransferTable.difficult()) {
                from.put(item);
                stored.add(item);
            }
            Path path = folder.resolve(file);
            ExportResult exported =
                    transfers(from).exporter().export(from.name, path, ExportOptions.all(TransferFormat.of(path)), Progress.NONE);
            assertThat(exported.items()).isEqualTo(stored.size());
            assertThat(exported.attributes()).startsWith("pk", "sk");
            ImportReport report = transfers(to).importer().run(to.name, path, importing(file, ConflictMode.FAIL), Progress.NONE);
            assertThat(report.problems()).isEmpty();
            assertThat(report.written()).isEqualTo(stored.size());
            assertThat(report.replaced()).isZero();
            assertThat(TransferTable.digest(transfers(to), to.name)).isEqualTo(TransferTable.digest(transfers(from), from.name));

            ImportReport again = transfers(to).importer().run(to.name, path, importing(file, ConflictMode.REPLACE).dry(), Progress.NONE);
            assertThat(again.unchanged()).isEqualTo(stored.size());
            assertThat(again.differences()).isEmpty();
        }
    }

    @Test
    void plainJsonKeepsEverythingButSetsAndBinary() throws Exception {
        try (EditTable from = new EditTable(TestEngines.everyDynamoDb().getFirst());
                EditTable to = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            Item item = Item.ofJson(
                    "{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"},\"n\":{\"N\":\"12345678901234567890123456789012345678\"},\"e\":{\"S\":\"\"},\"u\":{\"NULL\":true}}");
            from.put(item);
            Path path = folder.resolve("plain.json");
            transfers(from).exporter().export(from.name, path, ExportOptions.all(TransferFormat.JSON), Progress.NONE);
            assertThat(Files.readString(path)).contains("\"n\":12345678901234567890123456789012345678", "\"e\":\"\"", "\"u\":null");
            transfers(to).importer().run(to.name, path, ImportOptions.of(TransferFormat.JSON, ConflictMode.FAIL), Progress.NONE);
            assertThat(to.items().values()).singleElement().matches(there -> ItemValues.same(there, item));
        }
    }

    @Test
    void aSpreadsheetIsEditedAndComparedBeforeItIsImported() throws Exception {
        try (EditTable table = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            table.put(Item.ofJson("{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"},\"price\":{\"N\":\"5\"},\"gone\":{\"S\":\"x\"}}"));
            table.put(Item.ofJson("{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"2\"},\"price\":{\"N\":\"6\"}}"));
            Path csv = folder.resolve("edited.csv");
            // As a spreadsheet of another country saves it, with a mark at the beginning.
            Files.writeString(csv, "\uFEFFpk;sk;price;gone;note\na;1;7;;'=1\na;2;6;;\na;3;8;;TRUE\n;;;;\n");
            ImportReport diff = transfers(table).importer()
                    .run(table.name, csv, importing("x.csv", ConflictMode.REPLACE).dry(), Progress.NONE);
            assertThat(diff.read()).isEqualTo(3);
            assertThat(diff.unchanged()).isEqualTo(1);
            assertThat(diff.differences()).hasSize(2);
            assertThat(diff.differences().getFirst().after().toJson())
                    .isEqualTo("{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"},\"price\":{\"N\":\"7\"},\"note\":{\"S\":\"=1\"}}");
            assertThat(table.items()).hasSize(2);

            ImportReport done = transfers(table).importer().run(table.name, csv, importing("x.csv", ConflictMode.REPLACE), Progress.NONE);
            assertThat(done.written()).isEqualTo(3);
            assertThat(done.replaced()).isEqualTo(2);
            assertThat(table.items().get("1").names()).containsExactlyInAnyOrder("pk", "sk", "price", "note");
        }
    }

    @Test
    void existingItemsAreKeptReplacedOrStopEverything() throws Exception {
        try (EditTable table = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            List<Item> before = table.fill(10);
            Path file = folder.resolve("some.json");
            StringBuilder lines = new StringBuilder();
            for (int i = 5; i < 15; i++) {
                lines.append("{\"Item\":").append(EditTable.item(i, "new").toJson()).append("}\n");
            }
            Files.writeString(file, lines);
            ItemImporter importer = transfers(table).importer();
            assertThatThrownBy(() -> importer.run(table.name, file, importing("x.json", ConflictMode.FAIL), Progress.NONE))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("5 items of 10 exist");
            assertThat(table.items()).hasSize(10);
            ImportReport skipped = importer.run(table.name, file, importing("x.json", ConflictMode.SKIP), Progress.NONE);
            assertThat(skipped.skipped()).isEqualTo(5);
            assertThat(skipped.written()).isEqualTo(5);
            assertThat(table.items().get("0007")).isEqualTo(before.get(7));
            ImportReport replaced = importer.run(table.name, file, importing("x.json", ConflictMode.REPLACE), Progress.NONE);
            assertThat(replaced.replaced()).isEqualTo(10);
            assertThat(table.items().get("0007").string("text")).isEqualTo("new");
            assertThat(table.items()).hasSize(15);
        }
    }

    @Test
    void whatIsNotValidIsRejectedWithItsPlaceAndTheRestIsWritten() throws Exception {
        try (EditTable table = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            Path file = Files.writeString(folder.resolve("bad.json"), """
                    {"Item":{"pk":{"S":"a"},"sk":{"S":"1"}}}
                    {"Item":{"pk":{"S":"a"}}}
                    {"Item":{"pk":{"S":"a"},"sk":{"N":"1"}}}
                    {"Item":{"pk":{"S":"a"},"sk":{"S":"2"},"n":{"N":"1e999"}}}
                    nothing

                    {"Item":{"pk":{"S":"a"},"sk":{"S":"1"},"v":{"S":"twice"}}}
                    {"pk":{"S":"a"},"sk":{"S":"3"}}
                    """);
            Path rejects = folder.resolve("rejects.json");
            ImportOptions options = new ImportOptions(TransferFormat.DYNAMODB_JSON, ConflictMode.FAIL, rejects, 0, false, false);
            ImportReport report = transfers(table).importer().run(table.name, file, options, Progress.NONE);
            assertThat(report.read()).isEqualTo(7);
            assertThat(report.written()).isEqualTo(2);
            assertThat(report.rejected()).isEqualTo(5);
            assertThat(report.problems()).anySatisfy(problem -> assertThat(problem).startsWith("line 7: ").contains("same key"));
            assertThat(Files.readAllLines(rejects)).hasSize(5).first().asString().contains("\"place\":\"line 2\"", "\"reason\":");
            assertThat(table.items()).containsOnlyKeys("1", "3");
        }
    }

    @Test
    void aDamagedFileWritesNothing() throws Exception {
        try (EditTable table = new EditTable(TestEngines.everyDynamoDb().getFirst());
                EditTable from = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            from.fill(200);
            Path whole = folder.resolve("whole.json.gz");
            transfers(from).exporter().export(from.name, whole, ExportOptions.all(TransferFormat.DYNAMODB_JSON), Progress.NONE);
            byte[] bytes = Files.readAllBytes(whole);
            Path cut = Files.write(folder.resolve("cut.json.gz"), java.util.Arrays.copyOf(bytes, bytes.length - 20));
            assertThatThrownBy(
                    () -> transfers(table).importer().run(table.name, cut, importing("x.json", ConflictMode.FAIL), Progress.NONE))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("damaged");
            assertThat(table.items()).isEmpty();
        }
    }

    @Test
    void theFolderOfAnExportToS3IsImported() throws Exception {
        try (EditTable table = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            Path export = Files.createDirectories(folder.resolve("AWSDynamoDB/01-ab"));
            Files.createDirectories(export.resolve("data"));
            Files.writeString(export.resolve("manifest-summary.json"),
                    "{\"version\":\"2020-06-30\",\"itemCount\":2,\"outputFormat\":\"DYNAMODB_JSON\"}");
            Files.writeString(export.resolve("manifest-files.json"), """
                    {"itemCount":1,"dataFileS3Key":"AWSDynamoDB/01-ab/data/one.json.gz"}
                    {"itemCount":1,"dataFileS3Key":"AWSDynamoDB/01-ab/data/two.json.gz"}
                    """);
            Files.writeString(export.resolve("data/one.json.gz"), "{\"Item\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"1\"}}}\n");
            Files.writeString(export.resolve("data/two.json.gz"), "{\"Item\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"2\"}}}\n");
            assertThat(transfers(table).importer().run(table.name, export, importing("x.json", ConflictMode.FAIL), Progress.NONE).written())
                    .isEqualTo(2);
            Files.writeString(export.resolve("data/two.json.gz"), "");
            assertThatThrownBy(() -> transfers(table).importer()
                    .run(table.name, export.resolve("manifest-files.json"), importing("x.json", ConflictMode.SKIP), Progress.NONE))
                    .hasMessageContaining("manifest has 2 items");
        }
    }

    @Test
    void aSelectionIsExportedInParallelSegmentsAndNoFileIsReplaced() throws Exception {
        try (EditTable table = new EditTable(TestEngines.everyDynamoDb().getFirst())) {
            table.fill(300);
            Path file = folder.resolve("part.json");
            ExportOptions partition = new ExportOptions(
                    List.of(ItemSelection.partition("pk", "p1")), TransferFormat.DYNAMODB_JSON, 1, 0, false);
            assertThat(transfers(table).exporter().export(table.name, file, partition, Progress.NONE).items()).isEqualTo(100);
            ExportOptions all = new ExportOptions(List.of(ItemSelection.ALL), TransferFormat.CSV, 4, 0, false);
            assertThatThrownBy(() -> transfers(table).exporter().export(table.name, file, all, Progress.NONE))
                    .hasMessageContaining("exists");
            assertThat(transfers(table).exporter().export(table.name, folder.resolve("all.csv"), all, Progress.NONE).items())
                    .isEqualTo(300);
            assertThat(Files.readAllLines(folder.resolve("all.csv"))).hasSize(301).first().isEqualTo("pk,sk,text");
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.map(each -> String.valueOf(each.getFileName()))).noneMatch(name -> name.contains("partial"));
            }
        }
    }
}
