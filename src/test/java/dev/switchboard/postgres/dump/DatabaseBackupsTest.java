package dev.switchboard.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.admin.DatabaseAdministrator;
import dev.switchboard.postgres.admin.DatabaseChangeResult;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestSql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database is backed up before it is dropped, and the backup restores all of it. */
class DatabaseBackupsTest {
    @TempDir
    private Path folder;

    private final PostgresEngine engine = TestEngines.freshDatabase();
    private final PostgresFixture dev = PostgresFixture.on(engine.url(), engine.password());
    private DatabaseBackups backups;
    private DatabaseAdministrator administrator;

    @BeforeEach
    void open() {
        backups = dev.backups(folder);
        administrator = new DatabaseAdministrator(dev.database, backups, null);
    }

    @AfterEach
    void close() {
        administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
        dev.close();
    }

    private DatabaseDropRequest drop() {
        return new DatabaseDropRequest(engine.database(), true);
    }

    private long relations() {
        return dev.database.query(Sql.file("dump/relations"), Map.of()).getFirst().number("relations");
    }

    private void execute(String sql) {
        TestSql.update(dev.database, new Sql("test", sql), Map.of());
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve("changed.sql.gz"), bytes.toByteArray());
    }

    @Test
    void aDroppedDatabaseComesBackWithEverythingInIt() throws IOException {
        RichDatabase.fill(dev.database);
        List<String> before = RichDatabase.seen(dev.database);
        DatabaseChangeResult dropped = administrator.drop(drop(), Progress.NONE);
        DatabaseBackup backup = backups.list().getFirst();
        assertThat(dropped.did()).contains(backup.file().toString(), "You can restore it");
        assertThat(dev.journal.list(1).entries().getFirst().noUndoReason()).contains(backup.file().toString());
        assertThat(backup.tables()).isEqualTo(3);
        assertThat(backup.rows()).isEqualTo(6);
        assertThatThrownBy(this::relations).hasMessageContaining("not found");

        DatabaseRestoreResult restored = administrator.restore(backup.file(), Progress.NONE);
        assertThat(restored.notSet()).isEmpty();
        assertThat(RichDatabase.seen(dev.database)).isEqualTo(before);
        assertThat(before).as("so that there is something to compare").hasSizeGreaterThan(30);
        execute("INSERT INTO public.\"odd; name\" DEFAULT VALUES");
        assertThat(dev.database.query(new Sql("test", "SELECT max(id) AS id, max(serial) AS serial FROM public.\"odd; name\""), Map.of())
                .getFirst())
                .satisfies(row -> assertThat(row.number("id")).as("the next of the identity").isEqualTo(10));
        assertThat(dev.database.query(new Sql("test", "SHOW search_path"), Map.of()).getFirst().text("search_path"))
                .as("the connection is as it was")
                .contains("public");
    }

    @Test
    void aSecondBackupOfWhatWasRestoredIsTheSame() throws IOException {
        RichDatabase.fill(dev.database);
        Path first = backups.backup(null, Progress.NONE).file();
        administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
        administrator.restore(first, Progress.NONE);
        Path second = backups.backup(null, Progress.NONE).file();
        assertThat(lines(second)).isEqualTo(lines(first));
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = Arrays.asList(unpacked(file).split("\n"));
        String mark = lines.get(1).substring(0, lines.get(1).lastIndexOf(' '));
        return lines.stream().skip(1).map(line -> line.replace(mark, "--")).toList();
    }

    @Test
    void whatABackupCannotHoldIsNamedAndNothingIsDropped() throws IOException {
        execute("CREATE TABLE measured (at date) PARTITION BY RANGE (at)");
        execute("CREATE DOMAIN code AS text CHECK (VALUE ~ '^[A-Z]+$')");
        Throwable thrown = catchThrowable(() -> administrator.drop(drop(), Progress.NONE));
        assertThat(thrown).isInstanceOf(OperationFailedException.class).hasMessageContaining("partitioned table public.measured")
                .hasMessageContaining("domain public.code");
        assertThat(((OperationFailedException) thrown).remedy()).contains("pg_dump", "--no-backup");
        assertThat(relations()).isEqualTo(1);
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void aBackupThatCannotBeWrittenKeepsTheDatabase() throws IOException {
        execute("CREATE TABLE kept ()");
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        DatabaseAdministrator blocked = dev.administrator(file.resolve("below"));
        assertThatThrownBy(() -> blocked.drop(drop(), Progress.NONE)).isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("could not be written");
        assertThat(relations()).isEqualTo(1);
        Path there = Files.writeString(folder.resolve("there.sql.gz"), "mine");
        assertThatThrownBy(() -> backups.backup(there, Progress.NONE)).isInstanceOf(InvalidInputException.class);
        assertThat(there).hasContent("mine");
    }

    @Test
    void aStoppedBackupLeavesNoFileAndAStoppedDropTheDatabase() throws IOException {
        execute("CREATE TABLE many AS SELECT n, repeat('x', 200) AS text FROM generate_series(1, 50000) AS n");
        RecordedProgress progress = new RecordedProgress(rows -> rows == 50_000);
        assertThatThrownBy(() -> administrator.drop(drop(), progress)).isInstanceOf(OperationCancelledException.class);
        assertThat(relations()).isEqualTo(1);
        assertThat(Files.list(folder)).isEmpty();
    }

    @Test
    void onlyAnEmptyDatabaseIsFilledAndAllOfItOrNothing() throws IOException {
        dev.setup().loadSchema(Progress.NONE);
        dev.setup().seed(Progress.NONE);
        Path file = backups.backup(null, Progress.NONE).file();
        assertThatThrownBy(() -> administrator.restore(file, Progress.NONE)).isInstanceOf(OperationRefusedException.class)
                .hasMessageContaining("not empty");
        try (PostgresFixture prd = PostgresFixture.prd(dev.url)) {
            assertThatThrownBy(() -> prd.administrator(folder).restore(file, Progress.NONE))
                    .isInstanceOf(OperationRefusedException.class);
            assertThat(prd.backups(folder).backup(null, Progress.NONE).rows()).as("a backup is no write").isEqualTo(9);
        }
        administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
        Path wrong = packed(
                unpacked(file).replace("ADD CONSTRAINT users_pkey PRIMARY KEY (uuid)", "ADD CONSTRAINT users_pkey PRIMARY KEY (nothing)"));
        assertThatThrownBy(() -> administrator.restore(wrong, Progress.NONE)).isInstanceOf(OperationFailedException.class)
                .hasMessageContaining("Nothing was restored");
        assertThat(relations()).isZero();
        Path foreign = packed(unpacked(file).replaceFirst("(-- \\S+ )end\n",
                "$1privilege\nGRANT SELECT ON TABLE public.users TO nobody_of_that_name;\n$1end\n"));
        DatabaseRestoreResult restored = administrator.restore(foreign, Progress.NONE);
        assertThat(restored.notSet()).singleElement().asString().contains("nobody_of_that_name");
        assertThat(dev.database.query(new Sql("test", "SELECT * FROM public.users"), Map.of())).hasSize(6);
    }

    @Test
    void aDamagedFileIsToldAndChangesNothing() throws IOException {
        dev.setup().loadSchema(Progress.NONE);
        dev.setup().seed(Progress.NONE);
        Path good = backups.backup(null, Progress.NONE).file();
        String text = unpacked(good);
        byte[] bytes = Files.readAllBytes(good);
        administrator.drop(new DatabaseDropRequest(engine.database(), false), Progress.NONE);
        for (String changed : List.of(
                "",
                "SELECT 1;",
                text.replaceFirst("\"rows\":9", "\"rows\":8"),
                text.replaceFirst("\n\\\\.\n", "\n"),
                text.substring(0, text.length() / 2),
                text + "DROP SCHEMA public CASCADE;\n",
                text.replaceFirst("(-- \\S+) statement\n", "$1 nonsense\n"),
                text.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"yesterday\""))) {
            Path file = packed(changed);
            assertThatThrownBy(() -> administrator.restore(file, Progress.NONE)).as(changed.substring(0, Math.min(80, changed.length())))
                    .isInstanceOf(InvalidInputException.class);
        }
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] broken = bytes.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            byte[] part = i % 2 == 0 ? broken : Arrays.copyOf(broken, random.nextInt(broken.length));
            Path file = Files.write(folder.resolve("broken.sql.gz"), part);
            Throwable thrown = catchThrowable(() -> DumpReader.verified(file, Progress.NONE));
            // A bit of the time in the gzip header does not change the content.
            assertThat(thrown == null || thrown instanceof InvalidInputException).as("%s", thrown).isTrue();
        }
        assertThatThrownBy(() -> administrator.restore(folder.resolve("nowhere"), Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("was not found");
        assertThatThrownBy(this::relations).as("not even made").hasMessageContaining("not found");
        assertThat(backups.list()).as("those that are none are left out").extracting(DatabaseBackup::file).contains(good);
    }
}
