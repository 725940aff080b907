package dev.switchboard.cli.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void everyKindOfValueIsWrittenInTheOrderGiven() {
        Object document = Json.object(
                "z", null, "a", List.of(1, 2L, 0.5), "flag", true, "text", "“q” \" \n é", "number", new BigDecimal("1.10"),
                "file", Path.of("a", "b"), "raw", new Json.Raw("{\"S\":\"x\"}"), "nested", Json.object());

        assertThat(Json.write(document))
                .isEqualTo("{\"z\":null,\"a\":[1,2,0.5],\"flag\":true,\"text\":\"“q” \\\" \\n é\",\"number\":1.10,\"file\":\"a/b\","
                        + "\"raw\":{\"S\":\"x\"},\"nested\":{}}");
    }
}
