package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.text.Messages;
import dev.switchboard.users.PoolUser;
import dev.switchboard.users.User;
import dev.switchboard.users.UserComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Formats users and their comparison as JSON and as text. */
final class UserFormatter {
    private static final Messages TEXT = Messages.of(UserFormatter.class);

    private UserFormatter() {}

    static Map<String, @Nullable Object> user(User user) {
        return Json.object(
                "uuid", unlessMissing(user, "uuid", user.uuid()),
                "handle", unlessMissing(user, "handle", user.handle()),
                "displayName", unlessMissing(user, "display_name", user.displayName()),
                "email", user.email(),
                "cognitoUserId", user.cognitoSub());
    }

    private static @Nullable String unlessMissing(User user, String column, String value) {
        return user.missing().contains(column) ? null : value;
    }

    static TextTable users(List<User> users) {
        TextTable table = new TextTable("HANDLE", "NAME", "E-MAIL", "COGNITO USER", "UUID");
        users.forEach(user -> table.row(
                user.handle().isEmpty() ? TEXT.get("pool.no-handle") : "@" + user.handle(), user.displayName(), user.email(),
                user.cognitoSub(), user.uuid()));
        return table;
    }

    static Map<String, @Nullable Object> poolUser(PoolUser user) {
        return Json.object(
                "username", user.username(),
                "sub", user.cognitoSub(),
                "handle", user.handle(),
                "email", user.email(),
                "status", user.status(),
                "enabled", user.enabled());
    }

    static TextTable pool(List<PoolUser> users) {
        TextTable table = new TextTable("HANDLE", "SUB", "E-MAIL", "STATUS", "ENABLED", "USER NAME");
        users.forEach(user -> table.row(
                user.handle() == null ? TEXT.get("pool.no-handle") : "@" + user.handle(),
                user.cognitoSub(),
                user.email(),
                user.status(),
                TEXT.get(user.enabled() ? "yes" : "no"),
                user.username()));
        return table;
    }

    static Map<String, @Nullable Object> comparison(UserComparison comparison) {
        Map<String, @Nullable Object> document = Json.object("same", comparison.same().size());
        categories(comparison).forEach((name, entries) -> document.put(name, entries.stream().map(UserFormatter::entry).toList()));
        return document;
    }

    private static Map<String, @Nullable Object> entry(UserComparison.UserMatch entry) {
        return Json.object(
                "handle", entry.handle(),
                "sub", entry.cognitoSub(),
                "uuid", entry.uuid(),
                "previous", entry.previous(),
                "username", entry.username());
    }

    /** Returns all categories but the equal users, by their names on the command line. */
    private static Map<String, List<UserComparison.UserMatch>> categories(UserComparison comparison) {
        Map<String, List<UserComparison.UserMatch>> categories = new LinkedHashMap<>();
        categories.put("changed", comparison.changed());
        categories.put("new", comparison.added());
        categories.put("noSuchHandle", comparison.unknownHandle());
        categories.put("noHandle", comparison.noHandle());
        categories.put("duplicateHandle", comparison.duplicateHandle());
        categories.put("onlyInPostgres", comparison.onlyInPostgres());
        if (!comparison.incomplete().isEmpty()) {
            // Only where there are such users, because the other names are fixed.
            categories.put("incomplete", comparison.incomplete());
        }
        return categories;
    }

    static List<String> comparisonLines(UserComparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(TEXT.get("compare.same", comparison.same().size()));
        categories(comparison).forEach((name, entries) -> {
            if (!entries.isEmpty()) {
                lines.add("");
                lines.add(TEXT.get("compare." + name, entries.size()));
                TextTable table = new TextTable("HANDLE", "SUB IN THE POOL", "ID IN POSTGRES", "USER NAME");
                entries.forEach(entry -> table.row(entry.handle(), entry.cognitoSub(), entry.previous(), entry.username()));
                lines.addAll(table.lines());
            }
        });
        return lines;
    }
}
