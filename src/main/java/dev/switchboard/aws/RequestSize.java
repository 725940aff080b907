package dev.switchboard.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** About how many characters a request has as JSON, which costs a small part of writing it. */
final class RequestSize {
    private static final int OVERHEAD = 6;
    private static final int NUMBER = 8;
    private final long most;
    private long size;

    private RequestSize(long most) {
        this.most = most;
    }

    /** @param most the number at which counting ends */
    static long of(SdkPojo request, long most) {
        RequestSize count = new RequestSize(most);
        count.add(request);
        return count.size;
    }

    private void add(Object value) {
        size += OVERHEAD;
        if (size >= most) {
            return;
        }
        switch (value) {
            case AttributeValue attribute -> addAttribute(attribute);
            case SdkPojo pojo -> {
                for (SdkField<?> field : pojo.sdkFields()) {
                    Object member = field.getValueOrDefault(pojo);
                    if (RequestJson.isSet(member)) {
                        size += field.memberName().length();
                        add(member);
                    }
                }
            }
            case String text -> size += text.length();
            case SdkBytes bytes -> size += bytes.asByteArrayUnsafe().length * 4L / 3;
            case List<?> list -> list.forEach(this::add);
            case Map<?, ?> map -> map.forEach((key, inner) -> {
                add(String.valueOf(key));
                add(inner);
            });
            default -> size += NUMBER;
        }
    }

    /** As any other structure, but without asking each of its ten members: a batch has hundreds of these. */
    private void addAttribute(AttributeValue attribute) {
        size += attribute.type().name().length();
        switch (attribute.type()) {
            case S -> add(attribute.s());
            case N -> add(attribute.n());
            case B -> add(attribute.b());
            case SS -> add(attribute.ss());
            case NS -> add(attribute.ns());
            case BS -> add(attribute.bs());
            case M -> add(attribute.m());
            case L -> add(attribute.l());
            case BOOL -> add(attribute.bool());
            case NUL -> add(attribute.nul());
            case UNKNOWN_TO_SDK_VERSION -> {}
        }
    }
}
