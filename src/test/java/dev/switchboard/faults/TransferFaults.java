package dev.switchboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.scan.ItemSelection;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.transfer.ConflictMode;
import dev.switchboard.transfer.CopyOptions;
import dev.switchboard.transfer.ExportOptions;
import dev.switchboard.transfer.ImportOptions;
import dev.switchboard.transfer.ImportReport;
import dev.switchboard.transfer.format.TransferFormat;
import dev.switchboard.transfer.mask.MaskMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Export, import and copy under faults: what was interrupted is resumed, and then nothing is missing and nothing is there twice. */
final class TransferFaults {
    private static final int ITEMS = 40;
    /** A write rate that never limits, but with which the items are written one by one instead of in transactions. */
    static final double EACH = 1_000_000;
    private static final int ALL = FaultFixture.MESSAGES + 2;

    private TransferFaults() {}

    static void export(FaultFixture world, boolean resume, Progress progress) {
        ExportOptions options = new ExportOptions(List.of(ItemSelection.ALL), TransferFormat.DYNAMODB_JSON, 4, 0, resume);
        assertThat(world.transfers.exporter().export(world.table, exportFile(world), options, progress).items()).isEqualTo(ALL);
    }

    static void exported(FaultFixture world, @Nullable String said) throws IOException {
        assertThat(Files.exists(exportFile(world))).as("only a whole file has its name: " + said).isEqualTo(said == null);
        if (said != null) {
            world.faults.heal();
            export(world, true, Progress.NONE);
        }
        assertThat(Files.readAllLines(exportFile(world))).hasSize(ALL).doesNotHaveDuplicates();
    }

    private static Path exportFile(FaultFixture world) {
        return world.folder.resolve("out.json");
    }

    static void writeFile(FaultFixture world) throws IOException {
        Files.createDirectories(world.folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            lines.append("{\"Item\":").append(Item.builder().string("pk", "NEW#" + i).string("sk", "1").build().toJson()).append("}\n");
        }
        Files.writeString(importedFile(world), lines);
    }

    static void importFile(FaultFixture world, double rate, boolean resume, Progress progress) {
        ImportOptions options = new ImportOptions(TransferFormat.DYNAMODB_JSON, ConflictMode.FAIL, null, rate, false, resume);
        ImportReport report = world.transfers.importer().run(world.table, importedFile(world), options, progress);
        assertThat(report.written()).isEqualTo(ITEMS);
    }

    static void imported(FaultFixture world, double rate, @Nullable String said) {
        long there = world.count("NEW#");
        assertThat(there).as("said: " + said).isLessThanOrEqualTo(ITEMS);
        if (said == null) {
            assertThat(there).isEqualTo(ITEMS);
        } else {
            world.faults.heal();
            importFile(world, rate, true, Progress.NONE);
            assertThat(world.count("NEW#")).isEqualTo(ITEMS);
        }
        assertThat(world.count("MSG#")).isEqualTo(FaultFixture.MESSAGES);
    }

    private static Path importedFile(FaultFixture world) {
        return world.folder.resolve("in.json");
    }

    static void createTarget(FaultFixture world) {
        new Tables(TestAws.clients(TestEngines.dynamoDb())).create(
                MessagesTablePreset.of(target(world), false, false, true), Progress.NONE);
    }

    static void copy(FaultFixture world, boolean resume, Progress progress) {
        CopyOptions options = new CopyOptions(List.of(ItemSelection.ALL), MaskMode.NONE, ConflictMode.FAIL, 1, 0, EACH, resume);
        ImportReport report = world.transfers.copier().copy(world.table, world.transfers, target(world), options, progress);
        assertThat(report.written()).isEqualTo(ALL);
    }

    static void copied(FaultFixture world, @Nullable String said) {
        world.faults.heal();
        if (said != null) {
            copy(world, true, Progress.NONE);
        }
        ScanOptions all = new ScanOptions(0, 1, 0);
        assertThat(world.transfers.digest(target(world), all, Progress.NONE).hex())
                .isEqualTo(world.transfers.digest(world.table, all, Progress.NONE).hex());
    }

    private static String target(FaultFixture world) {
        return world.table + "-copy";
    }
}
