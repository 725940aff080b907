package dev.switchboard.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.activity.Backend;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.UndoKind;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that wrote compresses the journal when it closes, and deletes only what the settings tell it to. */
class JournalLimitsTest {
    private static final Instant FIRST = Instant.parse("2026-01-10T12:00:00Z");

    @TempDir
    Path home;

    @BeforeEach
    void twoDays() {
        write(journal(FIRST));
        write(journal(FIRST.plus(Duration.ofDays(30))));
    }

    private Journal journal(Instant at) {
        return new Journal(home, "dev", () -> at);
    }

    private static void write(Journal journal) {
        WritePermits permits = new WritePermits(Environment.DEV.policy().newLock(Instant::now), journal);
        permits.begin(Backend.DYNAMODB, Intent.of("items write", "Writing.", UndoKind.ROWS),
                new ChangeTarget("DynamoDB", "t", null, null, null, null), null).done("Written.");
    }

    private List<String> filesAfterASession(Map<Setting, String> settings, boolean writes) throws IOException {
        Journal journal = journal(FIRST.plus(Duration.ofDays(40)));
        if (writes) {
            write(journal);
        }
        SettingsFile none = SettingsFile.read(home.resolve("settings.json"));
        new ChangePublisher(journal, Settings.resolve(Environment.DEV, settings, Map.of(), none)).close();
        try (Stream<Path> all = Files.list(home)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void withoutLimitsAllIsKept() throws IOException {
        assertThat(filesAfterASession(Map.of(), false)).as("only read").containsExactly("dev-2026-01-10.jsonl", "dev-2026-02-09.jsonl");
        assertThat(filesAfterASession(Map.of(), true))
                .containsExactly("dev-2026-01-10.jsonl.gz", "dev-2026-02-09.jsonl.gz", "dev-2026-02-19.jsonl");
    }

    @Test
    void aLimitDeletesOlderDays() throws IOException {
        assertThat(filesAfterASession(Map.of(Setting.JOURNAL_DAYS, "30"), true))
                .containsExactly("dev-2026-02-09.jsonl.gz", "dev-2026-02-19.jsonl");
    }

    @Test
    void aLimitThatIsNotANumberDeletesNothing() throws IOException {
        assertThat(filesAfterASession(Map.of(Setting.JOURNAL_DAYS, "-1", Setting.JOURNAL_MEGABYTES, "0"), true)).hasSize(3);
    }
}
