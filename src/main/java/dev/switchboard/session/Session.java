package dev.switchboard.session;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.Sending;
import dev.switchboard.dynamodb.Backups;
import dev.switchboard.dynamodb.ItemStore;
import dev.switchboard.dynamodb.Scans;
import dev.switchboard.dynamodb.Tables;
import dev.switchboard.environment.AwsClients;
import dev.switchboard.environment.AwsFailures;
import dev.switchboard.environment.Environment;
import dev.switchboard.environment.Home;
import dev.switchboard.environment.Setting;
import dev.switchboard.environment.Settings;
import dev.switchboard.environment.WriteLock;
import dev.switchboard.failure.Explanations;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One environment, opened: it owns the clients, the connection pool, the lock and the activity log, and is closed as a whole,
 * so that nothing of one environment can stand in a view of the other. Opening it calls nobody; each backend is spoken to,
 * and each local engine started, when a service first needs it.
 */
public final class Session implements AutoCloseable {
    private final Home home;
    private final Settings settings;
    private final WriteLock lock;
    private final ActivityLog activity = new ActivityLog();
    private final AwsClients clients;
    private final Explanations explanations = new Explanations(List.of(new AwsFailures()));
    private final Backups backups;
    private final Tables tables;
    private final Scans scans;
    private final ItemStore items;
    private final ConversationQueries conversations;
    private final Sending sending;

    /** Opens the environment that the settings are for. */
    public Session(Home home, Settings settings, InstantSource clock) {
        this.home = home;
        this.settings = settings;
        lock = new WriteLock(settings.environment(), clock);
        clients = new AwsClients(settings, lock, activity, () -> endpoint(Setting.DYNAMODB_ENDPOINT), () -> endpoint(Setting.COGNITO_ENDPOINT));
        backups = new Backups(clients, home.backups());
        tables = new Tables(clients, backups);
        scans = new Scans(clients, settings.environment());
        items = new ItemStore(clients);
        conversations = new ConversationQueries(items, settings.messagesTable());
        sending = new Sending(items, tables, settings.messagesTable(), clock);
    }

    private @Nullable URI endpoint(Setting setting) {
        @Nullable String set = settings.get(setting);
        return set == null ? null : URI.create(set);
    }

    public Environment environment() {
        return settings.environment();
    }

    public Home home() {
        return home;
    }

    public Settings settings() {
        return settings;
    }

    public WriteLock lock() {
        return lock;
    }

    public ActivityLog activity() {
        return activity;
    }

    /** Puts what the services throw into words. */
    public Explanations explanations() {
        return explanations;
    }

    public Tables tables() {
        return tables;
    }

    public Backups backups() {
        return backups;
    }

    public Scans scans() {
        return scans;
    }

    public ItemStore items() {
        return items;
    }

    public ConversationQueries conversations() {
        return conversations;
    }

    public Sending sending() {
        return sending;
    }

    @Override
    public void close() {
        clients.close();
    }
}
