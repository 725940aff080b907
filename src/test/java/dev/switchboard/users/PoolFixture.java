package dev.switchboard.users;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.testing.TestJournal;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** A {@link UserPool} on an endpoint, through the client that every session uses. */
final class PoolFixture implements AutoCloseable {
    final ActivityLog activity = new ActivityLog();
    final UserPool pool;
    final AwsClients clients;

    PoolFixture(URI endpoint, String poolId) {
        SettingsFile none = SettingsFile.read(Path.of("target/no-home/settings.json"));
        Settings settings = Settings.resolve(Environment.DEV, Map.of(), Map.of(), none);
        WriteLock lock = Environment.DEV.policy().newLock(InstantSource.system());
        clients = new AwsClients(settings, lock, activity, TestJournal.dev(), () -> null, () -> endpoint, null, Timeouts.USUAL);
        pool = new UserPool(clients, () -> poolId);
    }

    @Override
    public void close() {
        clients.close();
    }
}
