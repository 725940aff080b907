package dev.switchboard.local.userpool;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Filter parameter of ListUsers: one standard attribute, {@code =} or {@code ^=}, and a quoted value; empty lets all through. */
final class ListUsersFilter {
    private static final Pattern FORM = Pattern.compile("\\s*\"?([a-z_:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");
    private static final Set<String> SEARCHABLE = Set.of(
            "username", "email", "phone_number", "name", "given_name", "family_name", "preferred_username", "cognito:user_status", "status",
            "sub");

    private ListUsersFilter() {}

    static Predicate<LocalPoolUser> parse(String filter) {
        if (filter.isBlank()) {
            return login -> true;
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
        String wanted = matcher.group(3).replaceAll("\\\\(.)", "$1");
        return login -> {
            String value = value(login, attribute);
            return prefix ? value.startsWith(wanted) : value.equals(wanted);
        };
    }

    private static String value(LocalPoolUser login, String attribute) {
        return switch (attribute) {
            case "username" -> login.username();
            case "cognito:user_status" -> login.status();
            case "status" -> login.enabled() ? "Enabled" : "Disabled";
            default -> login.attributes().getOrDefault(attribute, "");
        };
    }
}
