package dev.switchboard.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.cli.TestArgumentReader;
import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.Participant;
import dev.switchboard.dynamodb.backup.TestBackupReader;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.local.userpool.PoolFile;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.postgres.sql.TestSqlSplitter;
import dev.switchboard.seeding.ConversationFileReader;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.text.Utf8;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file or a word holds, what comes out is the thing itself or a failure in words, soon. */
@Timeout(20)
class ParsersFuzzTest {
    private static final Fuzzer FUZZING = new Fuzzer();
    private static final String BACKUP =
            """
            {"switchboardBackup":1,"at":"2026-01-05T08:00:00Z","items":2,"table":{"name":"notes","keys":[{"name":"pk","role":"HASH","type":"S"}],\
            "indexes":[],"billing":"PROVISIONED","readCapacity":5,"writeCapacity":5,"streamView":null,"deletionProtection":false,"tags":{"a":"b"}}}
            {"Item":{"pk":{"S":"one"},"n":{"N":"1.5"}}}
            {"Item":{"pk":{"S":"two"},"l":{"L":[{"BOOL":true},{"SS":["ş","😀"]}]}}}
            """;

    @TempDir
    private static Path folder;

    @AfterAll
    static void report() throws IOException {
        System.out.println(FUZZING.table());
        Files.writeString(Path.of(System.getProperty("switchboard.build"), "bad-input.txt"), FUZZING.table());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    @Test
    void conversationFiles() throws Exception {
        FUZZING.fuzz("conversation", bytes("Person 1: Hello – çok güzel\n\nPerson 2: Person 1: said so 😀\r\nPerson 1: x\n"),
                input -> ConversationFileReader.read(file("talk.txt", input)));
    }

    @Test
    void settingsFilesWhichStayAsTheyAreWhereTheyCannotBeRead() throws Exception {
        byte[] good = bytes(
                "{\"dev\": {\"awsRegion\": \"eu-west-1\", \"postgresUrl\": \"postgresql://a@b/c\"}, \"window\": {\"screen\": \"tables\"}}");
        FUZZING.fuzz("settings", good, input -> {
            Path file = file("settings.json", input);
            SettingsFile settings = SettingsFile.read(file);
            settings.window("screen");
            assertThat(Files.readAllBytes(file)).isEqualTo(input);
        });
    }

    @Test
    void poolFiles() throws Exception {
        byte[] good = bytes("""
                {"poolId": "local_1", "name": "p", "users": [{"username": "u", "status": "CONFIRMED", "enabled": true,
                 "createdAt": "2026-01-05T08:00:00Z", "attributes": {"sub": "s", "email": "a@example.com"}}]}
                """);
        FUZZING.fuzz("user pool", good, input -> PoolFile.readOrCreate(file("pool.json", input)));
    }

    @Test
    void items() throws Exception {
        byte[] good = bytes(
                "{\"pk\":{\"S\":\"ş\"},\"n\":{\"N\":\"1.5e3\"},\"b\":{\"B\":\"AAEC\"},\"m\":{\"M\":{\"l\":{\"L\":[{\"NULL\":true},{\"NS\":[\"1\",\"2\"]}]}}}}");
        FUZZING.fuzz("item", good, input -> {
            Item item = Item.ofJson(text(input));
            assertThat(Item.ofJson(item.toJson())).as("written and read again").isEqualTo(item);
        });
    }

    @Test
    void backupLines() throws Exception {
        FUZZING.fuzz("backup's lines", bytes(BACKUP), input -> TestBackupReader.items(file("lines.switchboard", packed(input))));
    }

    @Test
    void backupBytes() throws Exception {
        FUZZING.fuzz("backup's gzip", packed(bytes(BACKUP)), input -> TestBackupReader.items(file("bytes.switchboard", input)));
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void connectionUrls() throws Exception {
        byte[] good = bytes("postgresql://us%65r:pa%20ss@db.example.com:5432,[::1]:5433/app?sslmode=require&connect_timeout=5");
        FUZZING.fuzz("database URL", good, input -> {
            PostgresUrl url = PostgresUrl.parse(text(input));
            assertThat(url.toJdbc()).as("nothing of the driver's own").doesNotContain("?", "&", "#");
            url.properties();
            PostgresUrl.parse(url.withoutPassword());
        });
    }

    @Test
    void endpoints() throws Exception {
        FUZZING.fuzz("endpoint", bytes("https://dynamodb.eu-west-1.amazonaws.com:443/x"),
                input -> TestArgumentReader.endpoint(text(input)));
    }

    @Test
    void instants() throws Exception {
        FUZZING.fuzz("instant", bytes("2026-01-05T08:00:00.123+02:00"), input -> TestArgumentReader.instant(text(input)));
    }

    @Test
    void messagesAndHandles() throws Exception {
        FUZZING.fuzz("message", bytes("@ada çok güzel 😀"), input -> {
            String typed = text(input);
            @Nullable Participant receiver = typed.startsWith("@ada") ? new Participant("r", "ada", "Ada") : null;
            refuse(MessageRules.check(typed));
            refuse(MessageRules.checkReceiver(new Participant("s", "bruno", "Bruno"), typed, receiver));
        });
    }

    private static void refuse(@Nullable InvalidInputException broken) {
        if (broken != null) {
            throw broken;
        }
    }

    @Test
    void sqlScripts() throws Exception {
        byte[] good = bytes("""
                -- a comment; with a semicolon
                create table t (a int, "b;c" text); /* /* nested; */ */ insert into t values (1, 'it''s; so'), (2, E'\\'; ');
                create function f() returns int language sql begin atomic select case when true then 1 end; select 2; end;
                do $x$ begin perform 1; end $x$; select $1, $$;$$
                """);
        FUZZING.fuzz("SQL script", good, input -> {
            try {
                assertThat(TestSqlSplitter.lines(Utf8.decode(input))).isSorted();
            } catch (Utf8.InvalidUtf8Exception e) {
                throw new InvalidInputException("script_not_utf8", "line " + e.line(), null, e);
            }
        });
    }
}
