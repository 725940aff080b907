package dev.switchboard.explorer.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.backup.TableSpecificationCreator;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.dynamodb.table.TableSpecification;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.explorer.copyas.ClientSettings;
import dev.switchboard.explorer.copyas.CopiedProgram;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.job.Progress;
import dev.switchboard.testing.TableSettingsDynamoDb;
import dev.switchboard.testing.TestAws;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is copied as text and created from it again is the same table. */
class TableCopiesTest {
    private static final String KINESIS = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
    private static final String KEY = "arn:aws:kms:us-east-1:000000000000:key/1";

    @AutoClose private final TableSettingsDynamoDb dynamoDb = new TableSettingsDynamoDb();

    private final AwsClients clients = TestAws.clients(dynamoDb.proxy().uri());
    private final Tables tables = new Tables(clients);
    private final ClientSettings client = ClientSettings.local("us-east-1", dynamoDb.proxy().uri().toString());

    /** Everything that an engine of the tests keeps. */
    private static TableSpecification full(String name, boolean onDemand) {
        KeyAttribute pk = KeyAttribute.hash("p k", "S");
        List<IndexDefinition> indexes = List.of(
                new IndexDefinition("by-binary", false, List.of(KeyAttribute.hash("b", "B"), KeyAttribute.range("n", "N")), "INCLUDE",
                        List.of("it's \"x\"", "${a}"), onDemand ? 0 : 2, onDemand ? 0 : 3),
                new IndexDefinition("by-number", false, List.of(KeyAttribute.hash("n", "N")), "KEYS_ONLY", List.of(), onDemand ? 0 : 7,
                        onDemand ? 0 : 6),
                new IndexDefinition("local-all", true, List.of(pk, KeyAttribute.range("n", "N")), "ALL", List.of(), 0, 0),
                new IndexDefinition("local-some", true, List.of(pk, KeyAttribute.range("b", "B")), "INCLUDE", List.of("c"), 0, 0));
        TableDefinition definition = new TableDefinition(
                name, List.of(pk, KeyAttribute.range("sk", "N")), indexes, onDemand ? "PAY_PER_REQUEST" : "PROVISIONED",
                onDemand ? 0 : 7, onDemand ? 0 : 6, "NEW_AND_OLD_IMAGES", false, Map.of("team", "it's ${us} 👍", "a", "b"));
        TableSettings settings = new TableSettings(
                "", "expires at", 7, null, null,
                onDemand ? Map.of("", new TableSettings.Throughput(100L, 50L)) : Map.of(),
                Map.of(), Map.of("", "THROTTLED_KEYS", "by-binary", "ACCESSED_AND_THROTTLED_KEYS"), Map.of(KINESIS, "MICROSECOND"),
                "{\"Version\":\"2012-10-17\",\"Statement\":[]}", null, List.of(), List.of(), Set.of(), Set.of());
        return new TableSpecification(definition, settings);
    }

    private TableSpecification create(TableSpecification table) {
        TableSpecificationCreator.Created created = new TableSpecificationCreator(clients).create(table, Progress.NONE);
        assertThat(created.notSet()).isEmpty();
        return describe(created.table());
    }

    private TableSpecification describe(String name) {
        return TableSpecification.of(tables.describe(name), tables.settings(name));
    }

    private static void assertSame(TableSpecification actual, TableSpecification expected) {
        assertThat(actual.definition().named("same")).isEqualTo(expected.definition().named("same"));
        assertThat(actual.settings().at("", null)).usingRecursiveComparison().ignoringFields("notReported").isEqualTo(
                expected.settings().at("", null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTableFromACloudFormationTemplateIsTheSame(boolean onDemand) {
        TableSpecification source = create(full(TestAws.tableName("source"), onDemand));
        TableText text = TableCopies.of(source, TableFormat.CLOUDFORMATION, client);
        assertThat(text.notIncluded()).isEmpty();
        assertSame(create(TableFileReader.parse(text.text(), TestAws.tableName("copied"))), source);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCommandsOfTheAwsCliCreateTheSameTable(boolean onDemand, @TempDir Path folder) throws Exception {
        assumeTrue(CopiedProgram.present("aws", "--version"), "the AWS CLI is not installed");
        TableSpecification source = create(full(TestAws.tableName("source"), onDemand));
        String name = TestAws.tableName("copied");
        Files.writeString(folder.resolve("create.sh"), TableCopies.of(source.named(name), TableFormat.AWS_CLI, client).text());
        CopiedProgram.run(folder, "bash", "create.sh");
        TableSpecification copied = describe(name);
        assertThat(copied.definition().named("same")).isEqualTo(source.definition().named("same"));
        // The engine ignores the policy of a CreateTable request.
        assertThat(copied.settings().at("", null)).usingRecursiveComparison().ignoringFields("resourcePolicy", "notReported")
                .isEqualTo(source.settings().at("", null));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTableFromDescribeTableHasTheSameDefinition(boolean onDemand, @TempDir Path folder) throws Exception {
        assumeTrue(CopiedProgram.present("aws", "--version"), "the AWS CLI is not installed");
        TableSpecification source = create(full(TestAws.tableName("source"), onDemand));
        String json = CopiedProgram.run(folder, "bash", "-c", "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws dynamodb "
                + "describe-table --region us-east-1 --endpoint-url " + client.localEndpoint() + " --table-name "
                + source.definition().name());
        TableSpecification copied = create(TableFileReader.parse(json, TestAws.tableName("copied")));
        // DescribeTable does not tell the tags.
        assertThat(copied.definition().named("same")).usingRecursiveComparison().ignoringFields("tags")
                .isEqualTo(source.definition().named("same"));
        assertThat(copied.settings().onDemandLimits()).isEqualTo(source.settings().onDemandLimits());
    }

    @Test
    void whatTheEngineCannotStoreIsReadFromItsOwnTextToo() {
        TableSpecification wanted = full("wanted", true);
        TableSettings all = new TableSettings(
                "", "ttl", 35, new TableSettings.Encryption("KMS", KEY), "STANDARD_INFREQUENT_ACCESS",
                Map.of("", new TableSettings.Throughput(100L, null), "by-number", new TableSettings.Throughput(null, 9L)),
                Map.of("", new TableSettings.Throughput(13_000L, 5_000L), "by-number", new TableSettings.Throughput(13_000L, 5_000L)),
                Map.of(), Map.of(), null, "{\"Version\":\"2012-10-17\",\"Statement\":[]}", List.of("eu-west-1"), List.of(), Set.of(),
                Set.of());
        TableText text = TableCopies.of(new TableSpecification(wanted.definition(), all), TableFormat.CLOUDFORMATION, client);
        assertThat(text.notIncluded()).singleElement().asString().contains("eu-west-1");
        TableSettings read = TableFileReader.parse(text.text(), null).settings();
        assertThat(read).usingRecursiveComparison().ignoringFields("replicas").isEqualTo(all);
    }

    @Test
    void aCreateTableRequestIsReadBack() {
        TableSpecification source = full("wanted", false);
        TableSpecification read = TableFileReader.parse(TableTree.json(TableCliWriter.create(source)), "other");
        assertThat(read.definition()).isEqualTo(source.definition().named("other"));
        assertThat(read.settings().resourcePolicy()).isEqualTo(source.settings().resourcePolicy());
    }

    @Test
    void anInvalidFileSaysWhatIsWrongAndWhere() {
        assertMalformed("{", "syntax error at line 1");
        assertMalformed("[]", "does not describe a table");
        assertMalformed("{\"KeySchema\": [{\"KeyType\": \"HASH\"}], \"TableName\": \"t\"}", "KeySchema[0].AttributeName is missing");
        assertMalformed(
                "{\"Resources\": {\"T\": {\"Type\": \"AWS::DynamoDB::Table\", \"Properties\": {\"TableName\": {\"Ref\": \"Name\"}}}}}",
                "Resources.T.Properties.TableName is not a plain value. Functions of CloudFormation are not evaluated.");
        assertMalformed("{\"DataModel\": []}", "no tables");
    }

    private static void assertMalformed(String json, String sentence) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> TableFileReader.parse(json, null))
                .satisfies(e -> assertThat(e.sentence()).contains(sentence));
    }

    @Test
    void aFileWithSeveralTablesNeedsTheNameOfOne() {
        String one = TableCopies.of(full("first", true), TableFormat.WORKBENCH, client).text();
        String two = TableCopies.of(full("second", true), TableFormat.WORKBENCH, client).text();
        int begin = two.indexOf("[") + 1;
        String model = one.substring(0, one.lastIndexOf("]")) + "," + two.substring(begin);
        assertThat(TableFileReader.parse(model, "second").definition().name()).isEqualTo("second");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> TableFileReader.parse(model, "third"))
                .satisfies(e -> assertThat(e.remedy()).contains("first, second"));
    }

    @Test
    void aWorkbenchModelHasKeysGlobalIndexesAndCapacityAndSaysWhatItLacks() {
        TableSpecification source = create(full(TestAws.tableName("source"), false));
        TableText text = TableCopies.of(source, TableFormat.WORKBENCH, client);
        assertThat(text.notIncluded()).anyMatch(missing -> missing.contains("local-all"))
                .anyMatch(missing -> missing.contains("expires at"))
                .contains("tags").anyMatch(missing -> missing.contains("NEW_AND_OLD_IMAGES"));
        TableDefinition read = TableFileReader.parse(text.text(), null).definition();
        TableDefinition expected = source.definition();
        assertThat(read.keys()).isEqualTo(expected.keys());
        assertThat(List.of(read.readCapacity(), read.writeCapacity())).containsExactly(7L, 6L);
        assertThat(read.indexes().stream().map(index -> List.of(index.name(), index.keys(), index.projection(), index.included())))
                .containsExactlyElementsOf(expected.indexes().stream().filter(index -> !index.local())
                        .map(index -> List.<Object>of(index.name(), index.keys(), index.projection(), index.included())).toList());
    }

    @Test
    void terraformQuotesTextsAndHasEveryBlock() {
        String text = TableCopies.of(full("1.odd", true), TableFormat.TERRAFORM, client).text();
        assertThat(text).contains(
                "resource \"aws_dynamodb_table\" \"_1_odd\" {", "hash_key = \"p k\"", "stream_enabled = true",
                "name = \"b\"\n    type = \"B\"",
                "non_key_attributes = [\"$${a}\", \"it's \\\"x\\\"\"]", "local_secondary_index {", "max_read_request_units = 100",
                "attribute_name = \"expires at\"", "recovery_period_in_days = 7", "\"team\" = \"it's $${us} 👍\"",
                "resource \"aws_dynamodb_contributor_insights\" \"_1_odd_2\"", "table_name = aws_dynamodb_table._1_odd.name",
                "policy = \"{\\\"Version\\\"");
        assertThat(text.chars().filter(c -> c == '{').count()).isEqualTo(text.chars().filter(c -> c == '}').count());
    }
}
