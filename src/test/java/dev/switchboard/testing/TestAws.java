package dev.switchboard.testing;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The program's own clients, pointed at an engine of the tests. */
public final class TestAws {
    private static final Map<URI, AwsClients> CLIENTS = new ConcurrentHashMap<>();
    private static final AtomicInteger TABLES = new AtomicInteger();

    private TestAws() {}

    /** The clients of dev for an endpoint, shared by the tests. */
    public static AwsClients clients(URI endpoint) {
        return CLIENTS.computeIfAbsent(endpoint, TestAws::open);
    }

    /** Clients of one's own, to be closed. */
    public static AwsClients open(URI endpoint) {
        return open(endpoint, new ActivityLog());
    }

    /** Likewise, with a log of one's own that sums up what its calls consume. */
    public static AwsClients open(URI endpoint, ActivityLog activity) {
        SettingsFile none = SettingsFile.read(Path.of("there", "is", "no", "such", "file"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(Setting.AWS_REGION, "us-east-1"), Map.of(), none);
        return new AwsClients(
                settings,
                Environment.DEV.policy().newLock(InstantSource.system()),
                activity,
                TestJournal.dev(),
                () -> endpoint,
                () -> endpoint,
                null,
                Timeouts.USUAL);
    }

    /** A table name that no other test has. */
    public static String tableName(String prefix) {
        return prefix + "-" + TABLES.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36);
    }
}
