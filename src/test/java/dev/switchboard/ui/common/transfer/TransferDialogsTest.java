package dev.switchboard.ui.common.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.ExportOptions;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.ui.testing.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dialogs, with answers of the test and real engines. */
@Timeout(120)
class TransferDialogsTest {
    @TempDir
    private Path folder;

    /** Cancels after some items. */
    private record CancelAfter(long items, long[] done) implements Progress {
        @Override
        public void step(String text) {}

        @Override
        public void advance(long now, long total) {
            done[0] = now;
        }

        @Override
        public boolean isCancelled() {
            return done[0] >= items;
        }
    }

    private static List<String> lines(Path file) throws Exception {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void aTableIsExportedAndItsFileOffered() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            fixture.fill(7);
            Fx.onFx(() -> ExportDialog.open(fixture.context, TransferSubject.table(fixture.table)));
            assertThat(fixture.test.dialogs().errors).isEmpty();
            assertThat(lines(fixture.folder.resolve(fixture.table + ".json.gz"))).hasSize(7);
            assertThat(fixture.test.notices().said).singleElement().asString().startsWith("Exported 7 items").endsWith("[Open folder]");
        }
    }

    @Test
    void aFileThatExistsIsReplacedOnlyAfterAQuestion() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            fixture.fill(3);
            Path file = fixture.folder.resolve(fixture.table + ".json.gz");
            Files.createDirectories(fixture.folder);
            Files.writeString(file, "precious");
            Fx.onFx(() -> ExportDialog.open(fixture.context, TransferSubject.table(fixture.table)));
            assertThat(fixture.test.dialogs().asked).anyMatch(asked -> asked.startsWith("Replace the file?"));
            assertThat(lines(file)).hasSize(3);
        }
    }

    @Test
    void selectedItemsAreExportedWholeAndTheMissingOnesCounted() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            List<Item> items = fixture.fill(250);
            List<Item> keys = new java.util.ArrayList<>(items.stream().map(item -> item.only(List.of("pk", "sk"))).limit(230).toList());
            keys.add(TransferFixture.item(900, "x").only(List.of("pk", "sk")));
            Fx.onFx(() -> ExportDialog.open(fixture.context, TransferSubject.items(fixture.table, keys)));
            assertThat(lines(fixture.folder.resolve(fixture.table + ".json.gz"))).hasSize(230).allMatch(line -> line.contains("\"text\""));
            assertThat(fixture.test.notices().said.getFirst()).contains("1 of the selected items no longer exists");
        }
    }

    @Test
    void anInterruptedExportIsResumedWhereItStopped() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            List<Item> items = fixture.fill(250);
            List<Item> keys = items.stream().map(item -> item.only(List.of("pk", "sk"))).toList();
            TransferSubject subject = TransferSubject.items(fixture.table, keys);
            Path file = fixture.folder.resolve(fixture.table + ".json.gz");
            ExportOptions options = new ExportOptions(subject.shown(), TransferFormat.DYNAMODB_JSON, 1, -1, false);
            assertThatThrownBy(() -> fixture.context.session().transfers().exporter()
                    .export(fixture.table, file, options, new CancelAfter(100, new long[1])))
                    .isInstanceOf(OperationCancelledException.class);
            Fx.onFx(() -> ExportDialog.open(fixture.context, subject));
            assertThat(fixture.test.dialogs().asked)
                    .as("a second page may have been read while the first was written")
                    .anyMatch(asked -> asked.startsWith("Resume the export?") && asked.matches("(?s).*after (100|200) items.*"));
            assertThat(lines(file)).hasSize(250).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPlanSelectsForAnExportWhatItShows() {
        ReadPlan plan = ReadPlan.scan("orders").limited(5);
        TransferSubject subject = TransferSubject.plan(plan);
        assertThat(subject.what()).isEqualTo("All items of orders (the maximum of 5 items does not apply)");
        assertThat(subject.isScan()).isTrue();
    }

    @Test
    void aFileIsComparedThenImportedAndTheImportUndone() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            fixture.fill(3);
            Path file = folder.resolve("some.json");
            Files.writeString(file, TransferFixture.item(1, "t1").toJson() + "\n" + TransferFixture.item(2, "new").toJson() + "\n"
                    + TransferFixture.item(5, "five").toJson() + "\n{\"pk\":{\"S\":\"no sort key\"}}\n");
            fixture.test.dialogs().file = file;
            int[] told = new int[1];
            Fx.onFx(() -> ImportDialog.open(fixture.context, fixture.table, () -> told[0]++));
            assertThat(fixture.test.dialogs().errors).isEmpty();
            assertThat(TransferFixture.items(fixture.table)).hasSize(4);
            assertThat(TransferFixture.items(fixture.table).get("0002").string("text")).isEqualTo("new");
            assertThat(told[0]).isEqualTo(1);
            assertThat(fixture.test.dialogs().asked).anyMatch(asked -> asked.startsWith("1 record was rejected"));
            assertThat(fixture.test.notices().said.getLast()).startsWith("3 items are in").endsWith("[Undo]");
            Fx.onFx(fixture.test.notices().offered::run);
            assertThat(TransferFixture.items(fixture.table)).hasSize(3);
            assertThat(TransferFixture.items(fixture.table).get("0002").string("text")).isEqualTo("t2");
        }
    }

    @Test
    void theComparisonCountsExactlyAndKeepsTheFirstOfEachKind() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            fixture.fill(3);
            Path file = folder.resolve("some.json");
            StringBuilder lines =
                    new StringBuilder(TransferFixture.item(0, "t0").toJson() + "\n" + TransferFixture.item(1, "new").toJson() + "\n");
            for (int i = 10; i < 1300; i++) {
                lines.append(TransferFixture.item(i, "x").toJson()).append('\n');
            }
            Files.writeString(file, lines + "nonsense\n");
            ImportFormViewModel form = new ImportFormViewModel(fixture.table, file, TransferFormat.DYNAMODB_JSON,
                    fixture.context.session().transfers().importer().run(fixture.table, file,
                            ImportOptions.of(TransferFormat.DYNAMODB_JSON, ConflictMode.REPLACE).dry(), Progress.NONE));
            assertThat(List.of(form.created(), form.changed(), form.unchanged(), form.found().rejected())).containsExactly(1290L, 1L, 1L,
                    1L);
            assertThat(ImportDifferences.of(form.found(), ImportDifferences.Kind.CREATED)).hasSize(1000);
            assertThat(ImportDifferences.of(form.found(), ImportDifferences.Kind.SAME)).singleElement()
                    .matches(row -> row.text().equals("p0 · 0000"));
            assertThat(ImportDifferences.of(form.found(), ImportDifferences.Kind.CHANGED)).singleElement()
                    .matches(row -> row.changes().size() == 1 && row.changes().getFirst().path().equals("text"));
            form.conflictProperty().set(ConflictMode.FAIL);
            assertThat(form.errorProperty().get()).startsWith("2 items exist");
            form.conflictProperty().set(ConflictMode.SKIP);
            assertThat(form.errorProperty().get()).isEmpty();
            assertThat(form.summary().get()).startsWith("Import: 1,290 new, 0 replaced, 1 kept, 1 already the same, 1 rejected.");
        }
    }

    @Test
    void nothingIsImportedWhilePrdIsLocked() throws Exception {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.PRD)) {
            Path file = folder.resolve("some.json");
            Files.writeString(file, TransferFixture.item(1, "t1").toJson() + "\n");
            fixture.test.dialogs().file = file;
            Fx.onFx(() -> ImportDialog.open(fixture.context, fixture.table, () -> {}));
            assertThat(fixture.test.dialogs().asked.getLast()).endsWith("\nImport");
            assertThat(TransferFixture.items(fixture.table)).isEmpty();
        }
    }

    @Test
    void itemsAreCopiedToAnotherTable() {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            fixture.fill(5);
            CopyFormViewModel form = new CopyFormViewModel(TransferSubject.table(fixture.table), Environment.DEV, "");
            assertThat(form.errorProperty().get()).isEqualTo("Type the name of the table to copy to.");
            form.tableProperty().set(fixture.table);
            assertThat(form.errorProperty().get()).startsWith("Choose another table");
            form.tableProperty().set(fixture.other);
            Fx.onFx(() -> CopyDialog.start(fixture.context, form, () -> {}));
            assertThat(fixture.test.dialogs().errors).isEmpty();
            assertThat(TransferFixture.items(fixture.other)).isEqualTo(TransferFixture.items(fixture.table));
            assertThat(fixture.test.notices().said.getLast()).startsWith("5 items are in").endsWith("[Undo]");
        }
    }

    @Test
    void aCopyFromDevToPrdRequiresThatPrdIsUnlockedForIt() {
        try (TransferFixture fixture = new TransferFixture(folder, Environment.DEV)) {
            fixture.fill(5);
            fixture.saveSettings(Environment.PRD);
            CopyFormViewModel form = new CopyFormViewModel(TransferSubject.table(fixture.table), Environment.DEV, "");
            form.environmentProperty().set(Environment.PRD);
            form.tableProperty().set(fixture.other);
            fixture.test.dialogs().types = "yes";
            Fx.onFx(() -> CopyDialog.start(fixture.context, form, () -> {}));
            assertThat(fixture.test.dialogs().errors).hasSize(1);
            assertThat(TransferFixture.items(fixture.other)).isEmpty();
            fixture.test.dialogs().types = null;
            Fx.onFx(() -> CopyDialog.start(fixture.context, form, () -> {}));
            assertThat(fixture.test.dialogs().asked).anyMatch(asked -> asked.startsWith("Unlock prd for this copy?"));
            assertThat(TransferFixture.items(fixture.other)).hasSize(5);
            assertThat(fixture.test.notices().said.getLast()).contains("undo the copy in Activity of prd");
        }
    }
}
