package dev.switchboard.local.userpool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Implements the Cognito operations that the console, the AWS CLI or boto3 call. */
final class UserPoolRequestHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_PAGE = 60;
    private final PoolFile pool;
    private final IntUnaryOperator pageSizes;

    /** @param pageSizes returns the page size for a requested limit; 0 produces an empty page with a token */
    UserPoolRequestHandler(PoolFile pool, IntUnaryOperator pageSizes) {
        this.pool = pool;
        this.pageSizes = pageSizes;
    }

    ObjectNode handle(String operation, JsonNode request) {
        return switch (operation) {
            case "ListUsers" -> listUsers(request);
            case "ListUserPools" -> listUserPools(request);
            case "DescribeUserPool" -> {
                checkPool(request);
                ObjectNode response = JSON.createObjectNode();
                describe(response.putObject("UserPool")).put("EstimatedNumberOfUsers", pool.users().size());
                yield response;
            }
            default -> throw new UserPoolException("UnknownOperationException", "The local user pool does not support " + operation + ".");
        };
    }

    private ObjectNode listUsers(JsonNode request) {
        checkPool(request);
        int limit = limit(request.path("Limit"), "limit", LARGEST_PAGE);
        List<LocalPoolUser> matching = pool.users().stream()
                .filter(ListUsersFilter.parse(request.path("Filter").asText("")))
                .toList();
        int from = offset(request.path("PaginationToken"), matching.size());
        int to = Math.min(matching.size(), from + Math.min(limit, pageSizes.applyAsInt(limit)));
        Set<String> attributeNames = new HashSet<>();
        request.path("AttributesToGet").forEach(name -> attributeNames.add(name.asText()));
        ObjectNode response = JSON.createObjectNode();
        ArrayNode users = response.putArray("Users");
        matching.subList(from, to).forEach(user -> write(users.addObject(), user, attributeNames));
        if (to < matching.size()) {
            response.put("PaginationToken",
                    Base64.getEncoder().encodeToString(("after:" + to + ":" + from).getBytes(StandardCharsets.UTF_8)));
        }
        return response;
    }

    private ObjectNode listUserPools(JsonNode request) {
        limit(request.path("MaxResults"), "maxResults", LARGEST_PAGE);
        ObjectNode response = JSON.createObjectNode();
        describe(response.putArray("UserPools").addObject());
        return response;
    }

    private ObjectNode describe(ObjectNode node) {
        return node.put("Id", pool.poolId()).put("Name", pool.name());
    }

    private void checkPool(JsonNode request) {
        String id = request.path("UserPoolId").asText("");
        if (!id.matches("[\\w-]+_[0-9a-zA-Z]+")) {
            throw new UserPoolException(
                    "InvalidParameterException",
                    "1 validation error detected: Value '" + id
                            + "' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+");
        }
        if (!id.equals(pool.poolId())) {
            throw new UserPoolException("ResourceNotFoundException", "User pool " + id + " does not exist.");
        }
    }

    private static int limit(JsonNode given, String name, int largest) {
        int limit = given.isMissingNode() ? largest : given.asInt(-1);
        if (limit > largest || limit < 0) {
            throw new UserPoolException(
                    "InvalidParameterException",
                    "1 validation error detected: Value '" + given.asText() + "' at '" + name
                            + "' failed to satisfy constraint: Member must have value "
                            + (limit > largest ? "less than or equal to " + largest : "greater than or equal to 0"));
        }
        return limit == 0 ? largest : limit;
    }

    private static int offset(JsonNode token, int size) {
        if (token.isMissingNode()) {
            return 0;
        }
        try {
            String[] parts = new String(Base64.getDecoder().decode(token.asText()), StandardCharsets.UTF_8).split(":", -1);
            int offset = Integer.parseInt(parts[1]);
            if (parts[0].equals("after") && offset >= 0) {
                return Math.min(offset, size);
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw (UserPoolException) new UserPoolException("InvalidParameterException", "Invalid pagination token.").initCause(e);
        }
        throw new UserPoolException("InvalidParameterException", "Invalid pagination token.");
    }

    private static void write(ObjectNode node, LocalPoolUser user, Set<String> attributeNames) {
        node.put("Username", user.username());
        ArrayNode attributes = node.putArray("Attributes");
        user.attributes().forEach((name, value) -> {
            if (attributeNames.isEmpty() || attributeNames.contains(name)) {
                attributes.addObject().put("Name", name).put("Value", value);
            }
        });
        node.put("UserCreateDate", seconds(user.createdAt()));
        node.put("UserLastModifiedDate", seconds(user.createdAt()));
        node.put("Enabled", user.enabled());
        node.put("UserStatus", user.status());
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
