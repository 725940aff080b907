package dev.switchboard.ui.overview.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.explorer.query.PlanPrinter;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsFileTest {
    private static final String KEY = "{\"pk\":{\"S\":\"MSG#g\"},\"sk\":{\"N\":\"12\"}}";
    private static final List<String> NAMES = List.of("group", "handle", "key");

    @TempDir
    Path folder;

    private static Finding finding(DataCheck check, String... subject) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < subject.length; i += 2) {
            values.put(subject[i], subject[i + 1]);
        }
        return new Finding(check, values, "A \"sentence\", with a comma.");
    }

    @Test
    void csvHasAColumnForEachPartAndNoFormula() throws Exception {
        Path file = folder.resolve("findings.CSV");
        long written = FindingsFile.write(
                new ChosenFindings(List.of(
                        finding(DataCheck.USER_RENAMED, "handle", "=1+1"), finding(DataCheck.USER_RENAMED, "group", "g", "key", KEY))),
                NAMES, file, Progress.NONE);
        assertThat(written).isEqualTo(2);
        assertThat(Files.readAllLines(file)).containsExactly(
                "group,handle,key,detail",
                ",\"'=1+1\",,\"A \"\"sentence\"\", with a comma.\"",
                "\"g\",,\"'{\"\"pk\"\":{\"\"S\"\":\"\"MSG#g\"\"},\"\"sk\"\":{\"\"N\"\":\"\"12\"\"}}\",\"A \"\"sentence\"\", with a comma.\"");
    }

    @Test
    void anyOtherNameIsJsonWithAnObjectALine() throws Exception {
        Path file = folder.resolve("findings.jsonl");
        FindingsFile.write(new ChosenFindings(List.of(finding(DataCheck.ITEM_UNKNOWN, "key", KEY))), NAMES, file, Progress.NONE);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(1);
        JsonNode object = new ObjectMapper().readTree(lines.getFirst());
        assertThat(object.path("check").asText()).isEqualTo("item-unknown");
        assertThat(object.path("subject").path("key").asText()).isEqualTo(KEY);
    }

    @Test
    void aFileThatCannotBeWrittenSaysSo() {
        Path file = folder.resolve("a-file").resolve("findings.csv");
        assertThatThrownBy(() -> {
            Files.writeString(folder.resolve("a-file"), "");
            FindingsFile.write(new ChosenFindings(List.of()), NAMES, file, Progress.NONE);
        }).isInstanceOf(OperationFailedException.class);
    }

    @Test
    void findingsOpenWhereTheirSubjectIsShown() {
        assertThat(FindingOpener.targets(finding(DataCheck.GROUP_ONE_SIDED, "group", "g", "user", "u", "key", KEY)))
                .containsExactly(FindingTarget.CONVERSATION, FindingTarget.ITEM, FindingTarget.USER);
        assertThat(FindingOpener.targets(finding(DataCheck.MESSAGES_WITHOUT_GROUP, "group", "g"))).containsExactly(FindingTarget.ITEM);
        assertThat(FindingOpener.targets(finding(DataCheck.ITEM_UNKNOWN, "key", KEY))).containsExactly(FindingTarget.ITEM);
        assertThat(FindingOpener.targets(finding(DataCheck.POOL_USER_UNMATCHED, "sub", "s"))).containsExactly(FindingTarget.USER);
    }

    @Test
    void anItemIsReadByItsWholeKeyAndAGroupByItsPartition() {
        assertThat(PlanPrinter.print(FindingOpener.plan("t", finding(DataCheck.ITEM_UNKNOWN, "key", KEY))))
                .isEqualTo("QUERY \"t\"\nWHERE pk = 'MSG#g' AND sk = 12");
        assertThat(PlanPrinter.print(FindingOpener.plan("t", finding(DataCheck.MESSAGES_WITHOUT_GROUP, "group", "g"))))
                .isEqualTo("QUERY \"t\"\nWHERE pk = 'MSG#g'");
        assertThat(Item.ofJson(KEY).names()).as("the partition key comes first").first().isEqualTo("pk");
    }
}
