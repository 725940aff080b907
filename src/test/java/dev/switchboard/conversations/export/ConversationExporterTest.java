package dev.switchboard.conversations.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.conversations.ConversationItems;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.ScriptedMessage;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import dev.switchboard.testing.RecordedProgress;
import dev.switchboard.ui.testing.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationExporterTest {
    private static final String GROUP = "77777777-0000-4000-8000-000000000001";
    private static final Participant ADA = new Participant("a", "ada", "Ada Lindqvist");
    @TempDir
    Path home;
    @TempDir
    Path folder;
    @AutoClose private Backends backends;
    private ConversationExporter exporter;

    @BeforeEach
    void conversation() {
        backends = Backends.empty(home).withTable(false);
        Session session = backends.session();
        exporter = new ConversationExporter(session.conversations());
        message(session, "u1", "First, \"quoted\"", "2026-11-21T23:30:00Z");
        message(session, "u2", "# No heading\nsecond line", "2026-11-22T00:30:00Z");
    }

    private static void message(Session session, String uuid, String text, String at) {
        session.items().transact(
                session.settings().messagesTable(),
                List.of(new Write.Put(ConversationItems.message(GROUP, new ScriptedMessage(uuid, ADA, text, Instant.parse(at))), false)),
                UUID.randomUUID().toString());
    }

    private String export(ConversationFormat format, ZoneId zone) throws IOException {
        Path file = folder.resolve("all." + format.extension());
        ConversationExport done = exporter.export(GROUP, "With Ada", format, zone, file, Progress.NONE);
        assertThat(done.messages()).isEqualTo(2);
        assertThat(done.bytes()).isEqualTo(Files.size(file));
        return Files.readString(file);
    }

    @Test
    void csvQuotesWhatItMust() throws IOException {
        assertThat(export(ConversationFormat.CSV, ZoneOffset.UTC)).isEqualTo("""
                created_at,user_handle,user_display_name,user_uuid,message,message_uuid\r
                2026-11-21T23:30:00.000000+00:00,ada,Ada Lindqvist,a,"First, ""quoted""\",u1\r
                2026-11-22T00:30:00.000000+00:00,ada,Ada Lindqvist,a,"# No heading
                second line",u2\r
                """);
    }

    @Test
    void jsonIsOneDocument() throws IOException {
        JsonNode json = new ObjectMapper().readTree(export(ConversationFormat.JSON, ZoneOffset.UTC));
        assertThat(json.path("group").asText()).isEqualTo(GROUP);
        assertThat(json.path("messages")).hasSize(2);
        assertThat(json.at("/messages/1/text").asText()).isEqualTo("# No heading\nsecond line");
        assertThat(json.at("/messages/0/from/handle").asText()).isEqualTo("ada");
    }

    @Test
    void markdownHasDaysOfTheZoneAndTextsAreNoMarkup() throws IOException {
        assertThat(export(ConversationFormat.MARKDOWN, ZoneOffset.UTC)).isEqualTo("""
                # With Ada

                ## 2026-11-21

                **Ada Lindqvist @ada** 23:30:00

                > First, "quoted"

                ## 2026-11-22

                **Ada Lindqvist @ada** 00:30:00

                > \\# No heading
                > second line
                """);
        assertThat(export(ConversationFormat.MARKDOWN, ZoneId.of("Asia/Tokyo"))).doesNotContain("2026-11-21");
    }

    @Test
    void stoppedExportLeavesNothingAndKeepsTheFormerFile() throws IOException {
        Path file = Files.writeString(folder.resolve("all.csv"), "former");
        Progress stopped = RecordedProgress.cancelledWhen(() -> true);
        assertThatThrownBy(() -> exporter.export(GROUP, "With Ada", ConversationFormat.CSV, ZoneOffset.UTC, file, stopped))
                .isInstanceOf(OperationCancelledException.class);
        assertThat(file).hasContent("former");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void fileThatCannotBeWrittenIsExplained() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "x").resolve("all.csv");
        assertThatThrownBy(() -> exporter.export(GROUP, "With Ada", ConversationFormat.CSV, ZoneOffset.UTC, noFolder, Progress.NONE))
                .isInstanceOf(OperationFailedException.class).hasMessageContaining("could not be written");
    }
}
