package dev.switchboard.postgres.connection;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the password in the connection URL, {@code PGPASSWORD}, the password file or a prompt, in this order.
 * It is only stored in the returned URL.
 */
public final class PasswordResolver {
    private final Map<String, String> variables;
    private final Path userHome;
    private final @Nullable Function<PostgresUrl, @Nullable String> prompt;

    /**
     * @param variables the environment variables of the process
     * @param userHome the folder that contains {@code .pgpass}, or on Windows {@code AppData}
     * @param prompt asks the user; null if there is none; returns null if the user did not answer
     */
    public PasswordResolver(Map<String, String> variables, Path userHome, @Nullable Function<PostgresUrl, @Nullable String> prompt) {
        this.variables = Map.copyOf(variables);
        this.userHome = userHome;
        this.prompt = prompt;
    }

    /** Creates a resolver with the environment of this process. */
    public static PasswordResolver ofProcess(@Nullable Function<PostgresUrl, @Nullable String> prompt) {
        return new PasswordResolver(System.getenv(), Path.of(System.getProperty("user.home")), prompt);
    }

    /**
     * Returns the URL with a password if one is found; otherwise without, because a server may not require one, and with the reason if there is a
     * password file that is not used.
     */
    public PostgresUrl fill(PostgresUrl url) {
        if (url.hasPassword()) {
            return url;
        }
        @Nullable String variable = variables.get("PGPASSWORD");
        if (variable != null && !variable.isEmpty()) {
            return url.withPassword(variable);
        }
        PasswordFile file = PasswordFile.read(passwordFile(url));
        Optional<String> filed = file.find(url);
        if (filed.isPresent()) {
            return url.withPassword(filed.get());
        }
        PostgresUrl noted = url.withPasswordNote(file.problem());
        @Nullable String typed = prompt == null ? null : prompt.apply(noted);
        return typed == null || typed.isEmpty() ? noted : noted.withPassword(typed);
    }

    private Path passwordFile(PostgresUrl url) {
        @Nullable String named = url.parameter("passfile");
        if (named == null) {
            named = variables.get("PGPASSFILE");
        }
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        @Nullable String appData = variables.get("APPDATA");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return windows && appData != null ? Path.of(appData, "postgresql", "pgpass.conf") : userHome.resolve(".pgpass");
    }
}
