package dev.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.conversations.MessagesTablePreset;
import dev.switchboard.dynamodb.backup.Backups;
import dev.switchboard.dynamodb.backup.TestBackupReader;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.postgres.PostgresFixture;
import dev.switchboard.postgres.dump.DumpReader;
import dev.switchboard.testing.TestAws;
import dev.switchboard.testing.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The file that a backup is written to: what else happens at its name neither damages it nor is damaged. */
@Timeout(60)
class BackupOutputTest {
    private static final int ROUNDS = Boolean.getBoolean("thorough") ? 20 : 5;
    private static final AwsClients CLIENTS = TestAws.clients(TestEngines.dynamoDb());
    private static final String TABLE = TestAws.tableName("output");
    private static final PostgresEngine ENGINE = TestEngines.freshDatabase();
    private static PostgresFixture database;

    @TempDir
    private Path folder;

    /** The two that write backups. */
    enum Writer {
        TABLE_BACKUP,
        DATABASE_BACKUP
    }

    @BeforeAll
    static void fill() {
        new Tables(CLIENTS).create(MessagesTablePreset.of(TABLE, false, false, true), Progress.NONE);
        for (int i = 0; i < 50; i++) {
            String number = String.valueOf(i);
            TestEngines.dynamoDbClient().putItem(b -> b.tableName(TABLE)
                    .item(Map.of("pk", AttributeValue.fromS("MSG#x"), "sk", AttributeValue.fromS(number))));
        }
        database = PostgresFixture.on(ENGINE.url(), ENGINE.password());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private Object write(Writer writer, @Nullable Path file) {
        return writer == Writer.TABLE_BACKUP
                ? new Backups(CLIENTS, folder).backup(TABLE, file, Progress.NONE)
                : database.backups(folder).backup(file, Progress.NONE);
    }

    private void verify(Writer writer, Path file) throws IOException {
        if (writer == Writer.TABLE_BACKUP) {
            assertThat(TestBackupReader.items(file)).isEqualTo(50);
        } else {
            assertThat(DumpReader.verified(file, Progress.NONE).database()).isEqualTo(ENGINE.database());
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void ofTwoAtOnceOneWinsAndTheOtherSaysSo(Writer writer) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                Path file = folder.resolve("backup-" + round);
                List<Future<Object>> results = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    results.add(both.submit(() -> write(writer, file)));
                }
                int written = 0;
                for (Future<Object> result : results) {
                    try {
                        result.get();
                        written++;
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOf(InvalidInputException.class).hasMessageContaining("already exists");
                    }
                }
                assertThat(written).as("round %s", round).isEqualTo(1);
                verify(writer, file);
            }
        }
        assertThat(names()).as("nothing else is left").hasSize(ROUNDS);
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    @DisabledOnOs(OS.WINDOWS)
    void aLinkOrAFileAtATemporaryNameIsNeitherFollowedNorInTheWay(Writer writer) throws Exception {
        String[] names = {"f.part", "f.items.part", "f.parts.part"};
        for (String name : names) {
            Files.createSymbolicLink(folder.resolve(name), Files.writeString(folder.resolve("target of " + name), "precious"));
        }

        write(writer, folder.resolve("f"));

        for (String name : names) {
            assertThat(folder.resolve("target of " + name)).hasContent("precious");
            assertThat(Files.isSymbolicLink(folder.resolve(name))).as("the link is not removed either").isTrue();
        }
        verify(writer, folder.resolve("f"));
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    void whatAKilledProcessLeftIsNotInTheWay(Writer writer) throws Exception {
        for (String left : new String[] {"f.part", "f.items.part", "f.parts.part", ".switchboard-00112233445566778899aabb.part"}) {
            Files.createDirectories(folder.resolve(left).resolve("cannot be overwritten"));
        }

        write(writer, folder.resolve("f"));

        verify(writer, folder.resolve("f"));
    }

    @ParameterizedTest
    @EnumSource(Writer.class)
    @DisabledOnOs(OS.WINDOWS)
    void aLinkAtTheNameItselfIsAFileThatExists(Writer writer) throws Exception {
        Path target = folder.resolve("target");
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), target);

        assertThatThrownBy(() -> write(writer, dangling)).isInstanceOf(InvalidInputException.class).hasMessageContaining("already exists");
        assertThat(target).doesNotExist();

        Files.writeString(target, "precious");
        assertThatThrownBy(() -> write(writer, dangling)).isInstanceOf(InvalidInputException.class).hasMessageContaining("already exists");
        assertThat(target).hasContent("precious");
        assertThat(names()).containsExactly("dangling", "target");
    }

    @Test
    void anExistingFileIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("f"), "precious");

        for (Writer writer : Writer.values()) {
            assertThatThrownBy(() -> write(writer, file)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(file).hasContent("precious");
        assertThat(Files.exists(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aNamedPipeAmongTheBackupsDoesNotStopTheLists() throws Exception {
        for (String name : new String[] {"x.switchboard", "x.sql.gz"}) {
            assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor()).isZero();
        }
        write(Writer.TABLE_BACKUP, null);
        write(Writer.DATABASE_BACKUP, null);

        assertThat(new Backups(CLIENTS, folder).list()).hasSize(1);
        assertThat(database.backups(folder).list()).hasSize(1);
    }
}
