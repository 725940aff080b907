package dev.switchboard.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes a request as the JSON that {@code --cli-input-json} takes. */
final class RequestJson {
    private static final JsonFactory JSON = new JsonFactory();

    private RequestJson() {}

    /** Keeps the beginning of what is written, and then ends it. */
    private static final class Beginning extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int most;

        Beginning(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            int free = most - text.length();
            text.append(characters, from, Math.min(free, length));
            if (length > free) {
                throw new FullException();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** As much is written as is kept. */
    private static final class FullException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Returns a request as JSON, truncated.
     *
     * @param most the maximum number of characters
     */
    static String of(SdkPojo request, int most) {
        Beginning out = new Beginning(most);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, request);
        } catch (FullException e) {
            return out.text + " …";
        } catch (IOException e) {
            throw new IllegalStateException("the request cannot be written as JSON", e);
        }
        return out.text.toString();
    }

    /** Whether a member of a request was given. */
    static boolean isSet(@Nullable Object member) {
        return member != null && !(member instanceof SdkAutoConstructList<?>) && !(member instanceof SdkAutoConstructMap<?, ?>);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case SdkPojo pojo -> {
                json.writeStartObject();
                for (SdkField<?> field : pojo.sdkFields()) {
                    Object member = field.getValueOrDefault(pojo);
                    if (isSet(member)) {
                        json.writeFieldName(field.memberName());
                        write(json, member);
                    }
                }
                json.writeEndObject();
            }
            case SdkBytes bytes -> json.writeString(Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe()));
            case List<?> list -> {
                json.writeStartArray();
                for (Object element : list) {
                    write(json, element);
                }
                json.writeEndArray();
            }
            case Map<?, ?> map -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    json.writeFieldName(String.valueOf(member.getKey()));
                    write(json, member.getValue());
                }
                json.writeEndObject();
            }
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Number number -> json.writeNumber(new BigDecimal(number.toString()));
            default -> json.writeString(value.toString());
        }
    }
}
