package dev.switchboard.explorer.copyas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedValue;
import dev.switchboard.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements read what the plan reads; what they cannot say is refused in words. */
class CopiedPartiQlTest {
    private static final ClientSettings SETTINGS = CopyFixture.settings();
    private static String table = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() {
        table = CopyFixture.filled();
    }

    private static String statement(ReadPlan plan) {
        return CopyAs.of(plan, CopyTarget.PARTIQL, SETTINGS);
    }

    private static void assertSame(ReadPlan plan) {
        List<String> expected = CopyFixture.read(plan);
        assertThat(CopyFixture.execute(statement(plan))).as(statement(plan)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Each is compared with the filter itself, also on items that lack the attribute or have another type. */
    @ParameterizedTest
    @ValueSource(strings = {
        "status = :nasty",
        "status <> :nasty",
        "NOT (status = :nasty)",
        "NOT (status = 'open' AND sk < '200')",
        "NOT (status = 'open' OR missing = 1)",
        "NOT (missing > 5)",
        "NOT begins_with(missing, 'a')",
        "missing <> 1",
        "status > 5",
        "sk BETWEEN '010' AND '020' AND (status = 'open' OR sk = '012')",
        "sk IN ('000', '001', :nasty)",
        "begins_with(sk, '32') OR contains(strings, 'b') OR contains(status, 'pe')",
        "attribute_exists(number) OR size(filler) < 5",
        "attribute_not_exists(number) AND NOT (size(filler) = 10000)",
        "attribute_type(numbers, 'NS')",
        "number = :digits",
        "numbers = :numbers",
        "contains(numbers, :digits)",
        "strings = :strings",
        "#n.status = :nasty AND #n.lines[0] = :digits AND #n.lines[1] = ''",
        "#n = :map",
        "yes = true AND no = false AND \"null\" = null AND empty = '' AND emptyMap = {} AND emptyList = []"})
    void aStatementReadsWhatTheFilterReads(String filter) {
        Map<String, TypedValue> attributes = CopyFixture.attributes();
        var parsed = ExpressionParser.parse(filter, Map.of("#n", CopyFixture.NAME), Map.of(
                ":nasty", new TypedValue.Text(CopyFixture.NASTY), ":digits", CopyFixture.attribute("number"),
                ":numbers", CopyFixture.attribute("numbers"), ":strings", CopyFixture.attribute("strings"),
                ":map", CopyFixture.attribute(CopyFixture.NAME)));
        assertThat(attributes).isNotEmpty();
        assertSame(ReadPlan.scan(table).filtered(parsed).projected(List.of(AttributePath.of("pk"), AttributePath.of("sk"))));
    }

    @Test
    void aStatementQueriesTablesAndIndexesInOrder() {
        KeyCondition key = new KeyCondition("status", new TypedValue.Text(CopyFixture.NASTY), "sk",
                new SortCondition.BeginsWith(new TypedValue.Text("1")));
        // DynamoDB Local fails at an order where the partition key is not selected.
        ReadPlan plan = ReadPlan.query(table, key).on("by-status").descending(true)
                .projected(List.of(AttributePath.of("sk"), AttributePath.of("status")));
        assertThat(CopyFixture.execute(statement(plan))).isNotEmpty().containsExactlyElementsOf(CopyFixture.read(plan));
        assertSame(ReadPlan.query(table, new KeyCondition("pk", new TypedValue.Text(CopyFixture.NASTY), "sk", null)));
    }

    @Test
    void whatAStatementCannotSayIsRefusedInWords() {
        ReadPlan plan = ReadPlan.scan(table);
        List<ReadPlan> plans = List.of(
                plan.limited(5), plan.strong(true), plan.filtered(ExpressionParser.parse("binary = b'AP/+gA0K'")),
                plan.projected(ExpressionParser.parsePaths("a.b", Map.of())),
                plan.filtered(ExpressionParser.parse("a = '" + "x".repeat(9_000) + "'")),
                ReadPlan.query(table, new KeyCondition("pk", new TypedValue.Text("a"), null, null)).descending(true));
        for (ReadPlan each : plans) {
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> statement(each))
                    .satisfies(e -> assertThat(e.sentence()).startsWith("This cannot be written in PartiQL because "));
        }
    }

    /** 331 items are several pages, which the programs walk through by the token. */
    @Test
    void copiedStatementsReadAllPages() throws Exception {
        String statement = "SELECT pk, sk FROM \"" + table + "\" WHERE size(filler) > 1 OR pk = 'it''s \"x\" 👍'";
        List<String> expected = CopyFixture.execute(statement);
        assertThat(expected).hasSize(330);
        assertThat(CopiedJava.run(folder, CopyAs.of(statement, CopyTarget.JAVA, SETTINGS))).hasSize(330);
        assumeTrue(CopiedProgram.present("python3", "-c", "import boto3"), "boto3 is not installed");
        assertThat(CopiedRows.ofPython(folder, CopyAs.of(statement, CopyTarget.BOTO3, SETTINGS)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assumeTrue(CopiedProgram.present("aws", "--version"), "the AWS CLI is not installed");
        assertThat(CopiedRows.ofCli(folder, CopyAs.of(statement, CopyTarget.AWS_CLI, SETTINGS)))
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
