package dev.switchboard.ui.settings;

import dev.switchboard.environment.PostgresLogin;
import dev.switchboard.environment.Setting;
import dev.switchboard.text.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be typed into a setting. An empty one is always allowed: it is then not set. */
final class SettingRules {
    private static final Messages TEXT = Messages.of(SettingRules.class);
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Pattern POOL = Pattern.compile("[\\w-]+_[0-9a-zA-Z]+");
    private static final Pattern POSTGRES = Pattern.compile("postgres(ql)?://.+");
    private static final Pattern PASSWORD = Pattern.compile("^(\\w+://[^/?@:]*):[^/?@]*@");
    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("([?&])password=[^&]*&?");

    private SettingRules() {}

    /** What is wrong with a value, and what to do; null where nothing is. */
    static @Nullable String wrong(Setting setting, String value) {
        if (value.isEmpty()) {
            return null;
        }
        return switch (setting) {
            case DYNAMODB_ENDPOINT, COGNITO_ENDPOINT -> isWebAddress(value) ? null : TEXT.get("wrong.endpoint");
            case EXPECTED_ACCOUNT -> unless(ACCOUNT, value, "wrong.account");
            case AWS_REGION -> unless(REGION, value, "wrong.region");
            case MESSAGES_TABLE -> unless(TABLE, value, "wrong.table");
            case USER_POOL_ID -> unless(POOL, value, "wrong.pool");
            case POSTGRES_URL -> holdsPassword(value) ? TEXT.get("wrong.password") : unless(POSTGRES, value, "wrong.postgres");
            case POSTGRES_LOGIN -> choices(setting).contains(value) ? null : TEXT.get("wrong.login");
            case AWS_PROFILE -> null;
        };
    }

    /** The values that a setting may have, where they are few; else none. */
    static List<String> choices(Setting setting) {
        return setting == Setting.POSTGRES_LOGIN ? Arrays.stream(PostgresLogin.values()).map(PostgresLogin::code).toList() : List.of();
    }

    private static @Nullable String unless(Pattern pattern, String value, String key) {
        return pattern.matcher(value).matches() ? null : TEXT.get(key);
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean holdsPassword(String url) {
        return PASSWORD.matcher(url).find() || PASSWORD_PARAMETER.matcher(url).find();
    }

    /** A connection URL as it may be shown. */
    static String withoutPassword(String url) {
        String bare = PASSWORD.matcher(url).replaceFirst("$1@");
        return PASSWORD_PARAMETER.matcher(bare).replaceAll("$1").replaceFirst("[?&]$", "");
    }
}
