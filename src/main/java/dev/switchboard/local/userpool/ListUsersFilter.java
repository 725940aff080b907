package dev.switchboard.local.userpool;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Filter parameter of ListUsers: a standard attribute, {@code =} or {@code ^=}, and a quoted value. An empty filter matches all
 * users.
 */
final class ListUsersFilter {
    private static final Pattern FORM = Pattern.compile("\\s*\"?([a-z_:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");
    private static final Set<String> SEARCHABLE = Set.of(
            "username", "email", "phone_number", "name", "given_name", "family_name", "preferred_username", "cognito:user_status", "status",
            "sub");

    private ListUsersFilter() {}

    static Predicate<LocalPoolUser> parse(String filter) {
        if (filter.isBlank()) {
            return user -> true;
        }
        Matcher matcher = FORM.matcher(filter);
        if (!matcher.matches()) {
            throw new UserPoolException("InvalidParameterException", "Error while parsing filter.");
        }
        String attribute = matcher.group(1);
        if (!SEARCHABLE.contains(attribute)) {
            throw new UserPoolException("InvalidParameterException", "Attribute " + attribute + " is not searchable.");
        }
        boolean prefix = matcher.group(2).equals("^=");
        String operand = matcher.group(3).replaceAll("\\\\(.)", "$1");
        return user -> {
            String value = value(user, attribute);
            return prefix ? value.startsWith(operand) : value.equals(operand);
        };
    }

    private static String value(LocalPoolUser user, String attribute) {
        return switch (attribute) {
            case "username" -> user.username();
            case "cognito:user_status" -> user.status();
            case "status" -> user.enabled() ? "Enabled" : "Disabled";
            default -> user.attributes().getOrDefault(attribute, "");
        };
    }
}
