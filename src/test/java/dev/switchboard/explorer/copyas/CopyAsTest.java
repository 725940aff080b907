package dev.switchboard.explorer.copyas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.dynamodb.expression.AttributePath;
import dev.switchboard.dynamodb.expression.Comparison;
import dev.switchboard.dynamodb.expression.ExpressionParser;
import dev.switchboard.dynamodb.expression.Filter;
import dev.switchboard.dynamodb.expression.Operand;
import dev.switchboard.dynamodb.read.KeyCondition;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.SortCondition;
import dev.switchboard.dynamodb.value.TypedValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is copied reads the same items as the program itself, run by the AWS CLI, Python, Java, and as a statement. */
class CopyAsTest {
    private static final ClientSettings SETTINGS = CopyFixture.settings();
    private static String table = "";

    @TempDir
    private Path folder;

    /** A plan with a name for the report. */
    record NamedPlan(String name, ReadPlan plan) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void fill() {
        table = CopyFixture.filled();
    }

    static Stream<NamedPlan> plans() {
        KeyCondition big = new KeyCondition("pk", text("big"), "sk", null);
        KeyCondition nasty = new KeyCondition("pk", text(CopyFixture.NASTY), "sk", null);
        AttributePath inside = new AttributePath(
                CopyFixture.NAME, List.of(new AttributePath.Member("lines"), new AttributePath.Element(0)));
        Filter number = new Filter.Compare(
                new Operand.Attribute(inside), Comparison.EQUAL, new Operand.Literal(new TypedValue.Digits(CopyFixture.DIGITS)));
        return Stream.of(
                new NamedPlan("query of several pages", ReadPlan.query(table, big)),
                new NamedPlan("descending with a limit", ReadPlan.query(table, big).descending(true).limited(150)),
                new NamedPlan("sort key, filter, projection, strong", ReadPlan
                        .query(table, new KeyCondition("pk", text("big"), "sk", new SortCondition.Between(text("100"), text("199"))))
                        .filtered(ExpressionParser.parse("status = 'open' AND size(filler) > 9999 AND attribute_not_exists(other)"))
                        .projected(List.of(AttributePath.of("sk"), AttributePath.of("status"))).strong(true)),
                new NamedPlan("index by a nasty key", ReadPlan.query(table, new KeyCondition("status", text(CopyFixture.NASTY), "sk",
                        new SortCondition.Compare(Comparison.LESS, text("030")))).on("by-status")),
                new NamedPlan("all types", ReadPlan.query(table, nasty).filtered(number)),
                new NamedPlan("nested projection", ReadPlan.query(table, nasty).projected(List.of(inside))),
                new NamedPlan("scan in segments", ReadPlan.scan(table).segmented(3)
                        .projected(List.of(AttributePath.of("pk"), AttributePath.of("sk")))),
                new NamedPlan("scan with a limit", ReadPlan.scan(table).limited(7)));
    }

    private static TypedValue text(String text) {
        return new TypedValue.Text(text);
    }

    /** The order is that of the sort key, except where segments are read at the same time. */
    private static void assertSame(ReadPlan plan, List<String> rows) {
        List<String> expected = CopyFixture.read(plan);
        assertThat(expected).isNotEmpty();
        if (plan.isQuery()) {
            assertThat(rows).containsExactlyElementsOf(expected);
        } else {
            assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theAwsCliReadsTheSameItems(NamedPlan named) throws Exception {
        assumeTrue(CopiedProgram.present("aws", "--version"), "the AWS CLI is not installed");
        assertSame(named.plan(), CopiedRows.ofCli(folder, CopyAs.of(named.plan(), CopyTarget.AWS_CLI, SETTINGS)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void pythonReadsTheSameItems(NamedPlan named) throws Exception {
        assumeTrue(CopiedProgram.present("python3", "-c", "import boto3"), "boto3 is not installed");
        assertSame(named.plan(), CopiedRows.ofPython(folder, CopyAs.of(named.plan(), CopyTarget.BOTO3, SETTINGS)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void javaReadsAsManyItems(NamedPlan named) throws Exception {
        String code = CopyAs.of(named.plan(), CopyTarget.JAVA, SETTINGS);
        List<String> expected = CopyFixture.read(named.plan());
        List<String> printed = CopiedJava.run(folder, code);
        // The texts of an item have no escaped line ends, so that an item can take several lines.
        assertThat(printed.stream().filter(line -> line.startsWith("{"))).hasSameSizeAs(expected);
        assertThat(sorts(String.join("\n", printed), "\\bsk=AttributeValue\\(S=(\\w+)\\)"))
                .containsExactlyInAnyOrderElementsOf(sorts(String.join("\n", expected), "\"sk\":\\{\"S\":\"(\\w+)\""));
    }

    private static List<String> sorts(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void javaScriptIsValid(NamedPlan named) throws Exception {
        assumeTrue(CopiedProgram.present("node", "--version"), "Node.js is not installed");
        Files.writeString(folder.resolve("copied.mjs"), CopyAs.of(named.plan(), CopyTarget.JAVASCRIPT, SETTINGS));
        CopiedProgram.run(folder, "node", "--check", "copied.mjs");
    }

    @Test
    void theLiteralsOfEveryLanguageKeepEveryCharacter() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int c = 1; c < 0x3000; c++) {
            all.appendCodePoint(c);
        }
        all.append("\ufeff\ufffd👩‍🚀").appendCodePoint(0x10FFFF);
        String expected = CodeStringsTest.json(all.toString());
        if (CopiedProgram.present("node", "--version")) {
            Files.writeString(folder.resolve("a.mjs"), "console.log(JSON.stringify(" + CodeStrings.javaScript(all.toString()) + "))");
            assertThat(CodeStringsTest.text(CopiedProgram.run(folder, "node", "a.mjs"))).isEqualTo(all.toString());
        }
        if (CopiedProgram.present("python3", "--version")) {
            Files.writeString(folder.resolve("a.py"), "import json\nprint(json.dumps(" + CodeStrings.python(all.toString()) + "))");
            assertThat(CodeStringsTest.text(CopiedProgram.run(folder, "python3", "a.py"))).isEqualTo(all.toString());
        }
        assertThat(CodeStringsTest.text(CodeStrings.json(expected))).isEqualTo(all.toString());
        List<String> printed = CopiedJava.run(folder, "public class CopiedText { public static void main(String[] args) { "
                + "System.out.println(java.util.HexFormat.of().formatHex(" + CodeStrings.java(all.toString())
                + ".getBytes(java.nio.charset.StandardCharsets.UTF_16BE))); } }");
        assertThat(printed).containsExactly(HexFormat.of().formatHex(all.toString().getBytes(
                StandardCharsets.UTF_16BE)));
    }

    @Test
    void requestsToAwsNameTheRegionAndTheProfileOnly() {
        ReadPlan plan = ReadPlan.scan("t");
        ClientSettings aws = ClientSettings.aws("eu-central-1", "team");
        for (CopyTarget target : CopyTarget.values()) {
            String text = CopyAs.of(plan, target, aws);
            assertThat(text).doesNotContainIgnoringCase("endpoint").doesNotContain("local");
            if (target != CopyTarget.PARTIQL) {
                assertThat(text).contains("eu-central-1").contains("team");
            }
        }
        assertThat(CopyAs.of(ReadPlan.scan("-t"), CopyTarget.AWS_CLI, aws)).contains("--table-name='-t'");
    }
}
