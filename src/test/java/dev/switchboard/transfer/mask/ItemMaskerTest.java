package dev.switchboard.transfer.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.settings.Home;
import dev.switchboard.transfer.format.KeyTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemMaskerTest {
    private static final KeyTypes KEYS = new KeyTypes(List.of("pk", "sk"), Map.of("pk", "S", "sk", "S"));
    private static final String ADA = UUID.randomUUID().toString();
    private static final String GROUP = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    private MaskKey key;

    @BeforeEach
    void createKey() {
        key = MaskKey.of(new Home(folder));
    }

    private ItemMasker masker(MaskMode mode) {
        return new ItemMasker(mode, key, KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hello, World 42!", "Привет, мир", "שלום עולם", "日本語のテキスト", "emoji 😀 stays", "naïve café", "  two\nlines  ", ""})
    void aTextHasTheSameLengthAndScript(String text) {
        Item item = Item.builder().string("pk", "a").string("sk", "b").string("note", text).build();
        String masked = masker(MaskMode.TEXTS).mask(item).string("note");
        assertThat(masked).hasSameSizeAs(text);
        assertThat(masked.getBytes(StandardCharsets.UTF_8)).hasSameSizeAs(text.getBytes(StandardCharsets.UTF_8));
        assertThat(masked.codePoints().mapToObj(Character.UnicodeScript::of).toList())
                .isEqualTo(text.codePoints().mapToObj(Character.UnicodeScript::of).toList());
        if (text.length() > 4) {
            assertThat(masked).isNotEqualTo(text);
        }
        assertThat(masker(MaskMode.TEXTS).mask(item).string("note")).as("stable").isEqualTo(masked);
    }

    @Test
    void itemsOfAConversationStillBelongTogether() {
        Item row = Item.builder().string("pk", "GRP#" + ADA).string("sk", "2026-01-01T10:00:00.000000+00:00")
                .string("message_group_uuid", GROUP)
                .string("message", "See you at 5").string("user_uuid", UUID.randomUUID().toString()).string("user_handle", "bruno")
                .string("user_display_name", "Bruno B").build();
        Item message = Item.builder().string("pk", "MSG#" + GROUP).string("sk", "2026-01-01T10:00:00.000000+00:00").string("user_uuid", ADA)
                .string("message", "See you at 5").string("user_handle", "ada").string("user_display_name", "Ada A").build();
        Item maskedRow = masker(MaskMode.ALL).mask(row);
        Item maskedMessage = masker(MaskMode.ALL).mask(message);
        assertThat(maskedRow.string("pk")).isEqualTo("GRP#" + maskedMessage.string("user_uuid")).doesNotContain(ADA);
        assertThat(maskedMessage.string("pk")).isEqualTo("MSG#" + GROUP);
        assertThat(maskedRow.string("message_group_uuid")).isEqualTo(GROUP);
        assertThat(maskedRow.string("sk")).isEqualTo(row.string("sk"));
        assertThat(maskedRow.string("message")).isEqualTo(maskedMessage.string("message")).isNotEqualTo("See you at 5");
        assertThat(maskedRow.toJson() + maskedMessage.toJson()).doesNotContain("bruno", "Bruno", "\"ada\"", "Ada A");
    }

    @Test
    void peopleOfAnyTableHavePseudonyms() throws Exception {
        Item item = Item.ofJson("{\"pk\":{\"S\":\"USER#ada@shop.test\"},\"sk\":{\"S\":\"PROFILE\"},\"email\":{\"S\":\"ada@shop.test\"},"
                + "\"phone\":{\"S\":\"+49 151 2345678\"},\"note\":{\"S\":\"mail ada@shop.test\"},\"address\":{\"M\":{\"street\":{\"S\":\"Long Road 1\"}}},"
                + "\"count\":{\"N\":\"3\"},\"names\":{\"SS\":[\"Ada\",\"Bo\"]}}");
        Item people = masker(MaskMode.PEOPLE).mask(item);
        assertThat(people.toJson()).doesNotContain("ada@", "2345678", "Long Road", "\"Ada\"");
        assertThat(people.string("pk")).isEqualTo("USER#" + people.string("email"));
        assertThat(people.string("note")).startsWith("mail person_");
        assertThat(people.display("count")).isEqualTo("3");
        assertThat(masker(MaskMode.NONE).mask(item)).isEqualTo(item);
        assertThat(masker(MaskMode.TEXTS).mask(item).string("email")).isEqualTo("ada@shop.test");

        MaskKey again = MaskKey.of(new Home(folder));
        assertThat(new ItemMasker(MaskMode.PEOPLE, again, KEYS).mask(item)).as("the same in each copy of a home").isEqualTo(people);
        Files.delete(folder.resolve("masking.key"));
        assertThat(new ItemMasker(MaskMode.PEOPLE, MaskKey.of(new Home(folder)), KEYS).mask(item)).isNotEqualTo(people);
    }
}
