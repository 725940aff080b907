package dev.switchboard.ui.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableDetailsFormatterTest {
    @ParameterizedTest
    @CsvSource({
        "ACTIVE, Active, success, false",
        "CREATING, Creating, warning, true",
        "UPDATING, Updating, warning, true",
        "DELETING, Deleting, warning, true",
        "ARCHIVING, Archiving, warning, true",
        "ARCHIVED, Archived, danger, false",
        "INACCESSIBLE_ENCRYPTION_CREDENTIALS, Inaccessible encryption credentials, danger, false",
        "REPLICATION_NOT_AUTHORIZED, Replication not authorized, danger, false",
        "SOMETHING_NEW, Something new, danger, false"
    })
    void everyStatusHasTextAndStyle(String state, String words, String style, boolean passing) {
        assertThat(TableDetailsFormatter.status(state)).isEqualTo(words);
        assertThat(TableDetailsFormatter.statusStyle(state)).isEqualTo(style);
        assertThat(TableDetailsFormatter.isPassing(state)).isEqualTo(passing);
    }

    @Test
    void detailsMarkEstimatesAndUnknownValues() {
        TableDetails table = new TableDetails(
                "t", "ACTIVE", List.of(KeyAttribute.hash("pk", "S"), KeyAttribute.range("n", "N")), List.of(), "PROVISIONED", 5, 6, 1234,
                2048, true,
                "NEW_AND_OLD_IMAGES", null, false, Map.of("b", "2", "a", "1"), Instant.parse("2026-11-22T12:09:00Z"), "arn:aws:dynamodb:…");
        String all = String.join("\n",
                TableDetailsFormatter.facts(table, ZoneOffset.UTC).stream().map(fact -> fact.label() + ": " + fact.value()).toList());
        assertThat(all)
                .contains("Keys: pk (String, partition) · n (Number, sort)")
                .contains("Items: about 1,234, up to six hours old")
                .contains("Size: about 2.0 KB, up to six hours old")
                .contains("Stream: On, new and old images")
                .contains("Recovery (PITR): Not reported")
                .contains("Tags: a = 1\nb = 2")
                .contains("5 read / 6 write");
    }
}
