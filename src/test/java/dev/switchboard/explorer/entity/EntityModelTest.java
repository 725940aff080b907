package dev.switchboard.explorer.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.settings.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entities from each source. */
class EntityModelTest {
    private static final List<String> KEYS = List.of("pk", "sk");

    @TempDir
    private Path folder;

    private static Item item(String pk, String sk, String... attributes) {
        Item.Builder item = Item.builder().string("pk", pk).string("sk", sk);
        for (String name : attributes) {
            item.string(name, "x");
        }
        return item.build();
    }

    private static String nameOf(EntityModel model, Item item) {
        EntityDefinition entity = model.entityOf(item, KEYS);
        return entity == null ? "none" : entity.name();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            GRP#{user} | GRP#ada | {user=ada}
            GRP#{user} | MSG#ada | -
            GRP#{user} | GRP# | {user=}
            ${a}#x#${b:6:0} | 1#x#2#x#3 | {a=1, b=2#x#3}
            <a>#end | 1#end#end | {a=1#end}
            <a>#end | #en | -
            PROFILE | PROFILE | {}
            PROFILE | PROFILE2 | -
            {a}{b} | xy | {a b=xy}
            """)
    void templatesMatchKeys(String template, String key, String variables) {
        Map<String, String> found = KeyTemplate.parse(template).match(key);
        assertThat(found == null ? null : found.toString()).isEqualTo(variables);
        assertThat(KeyTemplate.parse(KeyTemplate.parse(template).toString())).isEqualTo(KeyTemplate.parse(template));
    }

    @Test
    void theMessagesTableHasGroupsAndMessages() {
        EntityModel model = EntityModels.messages();
        Item group = item("GRP#" + UUID.randomUUID(), "2026-11-26T12:00:00Z", "message_group_uuid", "message");
        assertThat(nameOf(model, group)).isEqualTo("Group");
        assertThat(nameOf(model, item("MSG#1", "2026-11-26T12:00:00Z"))).isEqualTo("Message");
        assertThat(nameOf(model, item("OTHER", "x"))).isEqualTo("none");
        List<EntityColumn> columns = model.named("group").columns(KEYS);
        assertThat(columns).extracting(EntityColumn::title).startsWith("owner_uuid", "last_message_at", "message_group_uuid")
                .doesNotContain("pk");
        assertThat(columns.getFirst().text(item("GRP#ada", "t"))).isEqualTo("ada");
    }

    @Test
    void fewPrefixesOfManyItemsAreEntities() {
        PrefixObserver observer = new PrefixObserver(KEYS);
        for (int i = 0; i < 100; i++) {
            observer.add(item("USER#" + i, "PROFILE", "name"));
            observer.add(item("USER#" + i, "ORDER|2026-01-01T00:00:" + i, "total"));
            observer.add(item("c:" + i, "2026-01-01T00:00:" + i, "text"));
        }
        observer.add(item("odd", "1"));
        EntityModel model = observer.model("observed");
        assertThat(model.entities()).extracting(EntityDefinition::name).containsExactlyInAnyOrder("USER / PROFILE", "USER / ORDER", "c");
        assertThat(observer.counts()).containsEntry("USER / ORDER", 100L).containsEntry("c", 100L);
        assertThat(nameOf(model, item("USER#7", "ORDER|1"))).isEqualTo("USER / ORDER");
        assertThat(model.named("USER / ORDER").attributes()).containsExactly("total");
        assertThat(nameOf(model, item("odd", "1"))).isEqualTo("none");
    }

    @Test
    void keysWithoutCommonPrefixesAreNoEntitiesAndTakeNoMemory() {
        PrefixObserver observer = new PrefixObserver(KEYS);
        for (int i = 0; i < 20_000; i++) {
            observer.add(item("a" + i + "#x", "1"));
        }
        assertThat(observer.model("observed").isEmpty()).isTrue();
        assertThat(observer.counts()).hasSizeLessThanOrEqualTo(200);
        PrefixObserver sorts = new PrefixObserver(KEYS);
        for (int i = 0; i < 20_000; i++) {
            sorts.add(item("USER#1", "s" + i + "#x"));
        }
        assertThat(sorts.model("observed").entities()).singleElement().matches(entity -> entity.name().equals("USER"));
        assertThat(sorts.counts()).containsEntry("USER", 20_000L);
    }

    @Test
    void theFacetsOfAWorkbenchModelAreRead() throws Exception {
        Path file = folder.resolve("model.json");
        Files.writeString(file, """
                {"ModelName":"Shop","DataModel":[{"TableName":"other","TableFacets":[]},{"TableName":"shop",
                 "KeyAttributes":{"PartitionKey":{"AttributeName":"pk","AttributeType":"S"},"SortKey":{"AttributeName":"sk","AttributeType":"S"}},
                 "NonKeyAttributes":[{"AttributeName":"name","AttributeType":"S"}],
                 "TableFacets":[
                  {"FacetName":"User","KeyAttributeAlias":{"PartitionKeyAlias":"USER#<id>","SortKeyAlias":"PROFILE"},"NonKeyAttributes":["name"]},
                  {"FacetName":"Order","KeyAttributeAlias":{"PartitionKeyAlias":"USER#UserId","SortKeyAlias":"ORDER#OrderId"},"NonKeyAttributes":["total"]},
                  {"FacetName":"Product","KeyAttributeAlias":{"PartitionKeyAlias":"PK","SortKeyAlias":"SK"},"NonKeyAttributes":["price"],
                   "TableData":[{"pk":{"S":"PROD#1"},"sk":{"S":"META"}},{"pk":{"S":"PROD#2"},"sk":{"S":"META"}}]},
                  {"FacetName":"Plain","KeyAttributeAlias":{"PartitionKeyAlias":"pk","SortKeyAlias":"sk"},"NonKeyAttributes":["note"]}]}]}
                """);
        EntityModel model = EntityModelReader.read(file, "shop");
        assertThat(nameOf(model, item("USER#1", "PROFILE"))).isEqualTo("User");
        assertThat(nameOf(model, item("USER#1", "ORDER#9", "total"))).isEqualTo("Order");
        assertThat(nameOf(model, item("PROD#9", "META"))).isEqualTo("Product");
        assertThat(nameOf(model, item("x", "y", "note"))).isEqualTo("Plain");
        assertThat(nameOf(model, item("x", "y", "note", "more"))).isEqualTo("none");
        assertThat(model.named("Order").columns(KEYS)).extracting(EntityColumn::title).containsExactly("UserId", "OrderId", "total");
        assertThatThrownBy(() -> EntityModelReader.read(file, "missing")).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no facets for the table missing");
    }

    private static final String MODULE = """
            // The schema
            import {Match} from './match.js'
            const Schema = {
              format: 'onetable:1.1.0', version: '0.0.1',
              indexes: {primary: {hash: 'pk', sort: 'sk'}, gs1: {hash: 'gs1pk', sort: 'gs1sk', follow: true}},
              models: {
                Account: {
                  pk: {type: String, value: '${_type}#${id}'},
                  sk: {type: String, value: `${_type}#`},
                  id: {type: String, generate: 'ulid', validate: /^[0-9A-Z]{26}\\/$/i},
                  name: {type: String, required: true, map: 'n', default: "it's"}, /* shown */
                },
                User: {
                  pk: {type: String, value: 'Account#${accountId}'},
                  sk: {type: String, value: 'User#${email}'},
                  accountId: {type: String}, email: {type: String}, age: {type: Number, default: -1.5},
                  gs1pk: {type: String, value: 'User#${email}'},
                },
                Log: {text: {type: String}},
              },
              params: {isoDates: true, timestamps: null},
            } as const
            export default Schema
            """;

    @Test
    void aOneTableSchemaIsReadAsAModuleAndAsJson() throws Exception {
        Path module = folder.resolve("schema.ts");
        Files.writeString(module, MODULE);
        Path json = folder.resolve("schema.json");
        Files.writeString(json, ObjectLiteralReader.json(MODULE).orElseThrow());
        for (Path file : List.of(module, json)) {
            EntityModel model = EntityModelReader.read(file, "any");
            assertThat(nameOf(model, item("Account#1", "Account#"))).isEqualTo("Account");
            assertThat(nameOf(model, item("Account#1", "User#a@b.c"))).isEqualTo("User");
            assertThat(nameOf(model, Item.builder().string("pk", "x").string("sk", "y").string("_type", "Log").build())).isEqualTo("Log");
            assertThat(model.named("Account").attributes()).containsExactly("id", "n");
            assertThat(model.named("User").columns(KEYS)).extracting(EntityColumn::title).containsExactly("accountId", "email", "age");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.json | {"a": | syntax error at line 1
            a.json | {"a":1} | not a data model
            a.ts | export default build({a: 1}) | not a data model
            a.ts | export default {a: f(1)} | not a data model
            a.ts | export default {a: 'open | not a data model
            a.json | {"entities":[]} | no entities
            """)
    void whatCannotBeReadIsSaid(String name, String text, String words) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        assertThatThrownBy(() -> EntityModelReader.read(file, "t")).isInstanceOf(InvalidInputException.class).hasMessageContaining(words);
    }

    @Test
    void aModelIsRememberedInAReadableFile() throws Exception {
        EntityModels models = new EntityModels(new Home(folder));
        assertThat(models.known("orders", "messages")).isNull();
        assertThat(models.known("messages", "messages")).isEqualTo(EntityModels.messages());
        Path module = folder.resolve("schema.ts");
        Files.writeString(module, MODULE);
        EntityModel model = EntityModelReader.read(module, "orders");
        models.remember("orders", model);
        assertThat(models.known("orders", "messages")).isEqualTo(model);
        assertThat(Files.readString(folder.resolve("models/orders.json"))).contains("\"pk\" : \"Account#{accountId}\"");
        models.forget("orders");
        assertThat(models.known("orders", "messages")).isNull();
    }
}
