package dev.switchboard.aws;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

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
}
