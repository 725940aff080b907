package dev.switchboard.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Formats a request as an AWS CLI command. The parameters go into one {@code --cli-input-json}, which every operation accepts with
 * the names of the service model.
 *
 * @param endpoint null for the AWS endpoint
 * @param profile null for the default credentials chain
 */
record AwsCliCommand(@Nullable String endpoint, @Nullable String profile, @Nullable String region) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String of(AwsService service, String operation, SdkPojo request) {
        StringBuilder out = new StringBuilder("aws ").append(service.cliName()).append(' ').append(dashes(operation));
        option(out, "--endpoint-url", endpoint);
        option(out, "--profile", profile);
        option(out, "--region", region);
        try {
            out.append(" --cli-input-json ").append(quote(JSON.writeValueAsString(fields(request))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the request cannot be written as JSON", e);
        }
        return out.toString();
    }

    private static void option(StringBuilder out, String name, @Nullable String value) {
        if (value != null) {
            out.append(' ').append(name).append(' ').append(quote(value));
        }
    }

    /** Quotes a text for a POSIX shell, in which only a single quote needs escaping inside single quotes. */
    static String quote(String text) {
        return text.matches("[A-Za-z0-9_./:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private static String dashes(String operation) {
        return operation.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> fields(SdkPojo pojo) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            if (value != null && !(value instanceof SdkAutoConstructList<?>) && !(value instanceof SdkAutoConstructMap<?, ?>)) {
                out.put(field.memberName(), value(value));
            }
        }
        return out;
    }

    private static Object value(Object value) {
        return switch (value) {
            case SdkPojo pojo -> fields(pojo);
            case SdkBytes bytes -> Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
            case List<?> list -> list.stream().map(AwsCliCommand::value).toList();
            case Map<?, ?> map -> {
                Map<String, Object> out = new LinkedHashMap<>();
                map.forEach((key, inner) -> out.put(String.valueOf(key), value(inner)));
                yield out;
            }
            case Boolean flag -> flag;
            case Number number -> number;
            default -> value.toString();
        };
    }
}
