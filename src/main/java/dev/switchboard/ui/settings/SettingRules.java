package dev.switchboard.ui.settings;

import dev.switchboard.aws.EndpointUrlReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.postgres.connection.PostgresUrl;
import dev.switchboard.settings.PostgresAuthMethod;
import dev.switchboard.settings.Setting;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validation rules of settings. An empty value is always valid and means that the setting is not set. */
final class SettingRules {
    private static final Messages TEXT = Messages.of(SettingRules.class);
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Pattern POOL = Pattern.compile("[\\w-]+_[0-9a-zA-Z]+");
    private static final Pattern POSTGRES = Pattern.compile("postgres(ql)?://.+");
    /** Matches up to the last @, because the password may contain characters that are not percent-encoded. */
    private static final Pattern PASSWORD = Pattern.compile("^(\\w+:/*[^/?@:]*):.*@", Pattern.DOTALL);
    private static final Pattern PASSWORD_PARAMETER = Pattern.compile("([?&])(?:(?:ssl)?password=[^&]*&?)+");
    private static final Pattern SSL_PASSWORD = Pattern.compile("[?&]sslpassword=");

    private SettingRules() {}

    /** Why a value is not valid and what to do; null if it is valid. */
    static @Nullable String wrong(Setting setting, String value) {
        if (value.isEmpty()) {
            return null;
        }
        return switch (setting) {
            case DYNAMODB_ENDPOINT, COGNITO_ENDPOINT, STS_ENDPOINT ->
                EndpointUrlReader.read(value) != null ? null : TEXT.get("wrong.endpoint");
            case EXPECTED_ACCOUNT -> unless(ACCOUNT, value, "wrong.account");
            case AWS_REGION -> unless(REGION, value, "wrong.region");
            case MESSAGES_TABLE -> unless(TABLE, value, "wrong.table");
            case USER_POOL_ID -> unless(POOL, value, "wrong.pool");
            case POSTGRES_URL -> holdsPassword(value) ? TEXT.get("wrong.password") : unless(POSTGRES, value, "wrong.postgres");
            case POSTGRES_LOGIN -> choices(setting).contains(value) ? null : TEXT.get("wrong.login");
            case JOURNAL_DAYS, JOURNAL_MEGABYTES -> unless(NUMBER, value, "wrong.number");
            case AWS_PROFILE, POSTGRES_PROGRAMS -> null;
        };
    }

    /** The allowed values of a setting with a fixed list of values; otherwise empty. */
    static List<String> choices(Setting setting) {
        return setting == Setting.POSTGRES_LOGIN
                ? Arrays.stream(PostgresAuthMethod.values()).map(PostgresAuthMethod::code).toList()
                : List.of();
    }

    private static @Nullable String unless(Pattern pattern, String value, String key) {
        return pattern.matcher(value).matches() ? null : TEXT.get(key);
    }

    private static boolean holdsPassword(String url) {
        if (SSL_PASSWORD.matcher(url).find()) {
            return true;
        }
        try {
            return PostgresUrl.parse(url).hasPassword();
        } catch (InvalidInputException e) {
            return PASSWORD.matcher(url).find() || PASSWORD_PARAMETER.matcher(url).find();
        }
    }

    /** A value as it may be shown on screen, without passwords. */
    static String shown(Setting setting, String value) {
        return switch (setting) {
            case POSTGRES_URL -> withoutPassword(value);
            case DYNAMODB_ENDPOINT, COGNITO_ENDPOINT -> Quote.ofAddress(value);
            default -> value;
        };
    }

    private static String withoutPassword(String url) {
        if (!holdsPassword(url)) {
            return url;
        }
        String bare = PASSWORD.matcher(url).replaceFirst("$1@");
        String shown = PASSWORD_PARAMETER.matcher(bare).replaceAll("$1").replaceFirst("[?&]$", "");
        // The name of the parameter can be percent-encoded as well.
        return holdsPassword(shown) ? PostgresUrl.parse(shown).withoutPassword() : shown;
    }
}
