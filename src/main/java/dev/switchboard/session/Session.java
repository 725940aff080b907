package dev.switchboard.session;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.AwsFailureExplainer;
import dev.switchboard.aws.AwsProfile;
import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.ConversationReplacementService;
import dev.switchboard.conversations.ConversationWriter;
import dev.switchboard.doctor.EnvironmentSetup;
import dev.switchboard.doctor.HealthCheckServices;
import dev.switchboard.doctor.HealthChecker;
import dev.switchboard.doctor.inspection.DataServices;
import dev.switchboard.dynamodb.backup.Backups;
import dev.switchboard.dynamodb.backup.TableDeleter;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.change.ItemUndoManager;
import dev.switchboard.dynamodb.edit.EditStreamCommitter;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.explorer.Explorer;
import dev.switchboard.failure.FailureExplainer;
import dev.switchboard.journal.ChangeTarget;
import dev.switchboard.journal.Journal;
import dev.switchboard.journal.WriteLock;
import dev.switchboard.journal.WritePermits;
import dev.switchboard.local.LocalEngines;
import dev.switchboard.postgres.admin.DatabaseAdministrator;
import dev.switchboard.postgres.admin.DatabaseSessions;
import dev.switchboard.postgres.admin.SqlRunner;
import dev.switchboard.postgres.connection.DatabaseConnectionTester;
import dev.switchboard.postgres.connection.PasswordResolver;
import dev.switchboard.postgres.connection.PostgresFailureExplainer;
import dev.switchboard.postgres.dump.DatabaseBackups;
import dev.switchboard.postgres.dump.program.ClientProgramFinder;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.seeding.Seeder;
import dev.switchboard.seeding.load.DataLoader;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;
import dev.switchboard.settings.Setting;
import dev.switchboard.settings.Settings;
import dev.switchboard.settings.Timeouts;
import dev.switchboard.transfer.Transfers;
import dev.switchboard.users.DatabaseSetup;
import dev.switchboard.users.DatabaseSetupRunner;
import dev.switchboard.users.SyncUndo;
import dev.switchboard.users.UserDirectory;
import dev.switchboard.users.UserPool;
import dev.switchboard.users.UserSync;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One environment, opened: it owns the clients, the connection pool, the lock and the activity log, and is closed as a whole,
 * so that nothing of one environment can stand in a view of the other. Opening it calls nobody; each backend is spoken to,
 * and each local engine started, when a service first needs it.
 */
public final class Session implements AutoCloseable {
    /** How long closing waits for writes under way: as long as one call of AWS or one statement may take at most. */
    public static final Duration LONGEST_CLOSE = Duration.ofSeconds(90);

    private final Home home;
    private final Settings settings;
    private final WriteLock lock;
    private final ActivityLog activity = new ActivityLog();
    private final FailureExplainer explanations;
    private final LocalEngines engines;
    private final @Nullable CredentialPrompter prompts;
    private final AwsClients clients;
    private final Database database;
    private final SqlRunner sqlRunner;
    private final DatabaseSessions databaseSessions;
    private final DatabaseBackups databaseBackups;
    private final DatabaseAdministrator databaseAdministrator;
    private final SessionIdentityResolver identification;
    private final Backups backups;
    private final TableDeleter tableDropper;
    private final TableScanner scans;
    private final ItemStore items;
    private final HealthCheckServices stores;
    private final ConversationWriter sending;
    private final DataLoader loader;
    private final ChangeHistory changes;
    private final HealthChecker doctor;
    private final ChangePublisher published;
    private final EnvironmentSetup environmentSetup;
    private final Explorer explorer;
    private final Transfers transfers;

    /** Opens the environment that the settings are for; nobody is asked for a password. */
    public Session(Home home, Settings settings, InstantSource clock) {
        this(home, settings, clock, null, new LocalEngines(home));
    }

    /**
     * Opens the environment that the settings are for.
     *
     * @param prompts asks a person for passwords and codes; null where nobody can be asked
     * @param engines what dev uses where the settings name nothing else; closed with the session
     */
    public Session(
            Home home, Settings settings, InstantSource clock, @Nullable CredentialPrompter prompts, LocalEngines engines) {
        this.home = home;
        this.settings = AwsProfile.complete(settings);
        lock = settings.environment().policy().newLock(clock);
        explanations =
                new FailureExplainer(List.of(new AwsFailureExplainer(settings.get(Setting.AWS_PROFILE)), new PostgresFailureExplainer()));
        this.engines = engines;
        this.prompts = prompts;
        Endpoints endpoints = new Endpoints(settings, engines);
        Journal journal = new Journal(home.journal(), settings.environment().code(), clock);
        published = new ChangePublisher(journal, settings);
        clients = new AwsClients(
                settings, lock, activity, journal, endpoints::dynamoDb, endpoints::cognito, prompts == null ? null : prompts::mfaCode,
                Timeouts.USUAL);
        PasswordResolver passwords = PasswordResolver.ofProcess(prompts == null ? null : prompts::password);
        DatabaseUrlResolver address = new DatabaseUrlResolver(settings, endpoints, passwords, clients);
        database = new Database(address::find, clients.permits(), activity);
        LockedTargets lockedTargets = new LockedTargets(settings, () -> clients.caller().account());
        permits().checkTargets(
                target -> lockedTargets.check(target, target.system().equals(ChangeTarget.POSTGRESQL) ? database.url() : null));
        sqlRunner = new SqlRunner(database);
        databaseSessions = new DatabaseSessions(database);
        identification = new SessionIdentityResolver(settings, endpoints, engines, clients, database);
        backups = new Backups(clients, home.backups());
        tableDropper = new TableDeleter(clients, backups);
        scans = new TableScanner(clients, settings.environment().policy());
        items = new ItemStore(clients);
        UserDirectory users = new UserDirectory(database);
        UserPool pool = new UserPool(clients, endpoints::poolId);
        String table = settings.messagesTable();
        UserSync sync = new UserSync(users, pool, database);
        databaseBackups = new DatabaseBackups(
                database, home.backups(), clock, ClientProgramFinder.ofProcess(settings.get(Setting.POSTGRES_PROGRAMS)));
        databaseAdministrator = new DatabaseAdministrator(database, databaseBackups, () -> DatabaseUrlResolver.of(engines.postgres()));
        DatabaseSetup setup = new DatabaseSetup(database);
        Tables tables = new Tables(clients);
        loader = new DataLoader(items, tables, new BatchWriter(clients), database, settings.environment().policy(), table, home);
        stores = new HealthCheckServices(
                tables,
                table,
                new ConversationQueries(items, table, clock),
                new Seeder(new ConversationReplacementService(items, new BatchWriter(clients), table), clock),
                database,
                new DatabaseConnectionTester(activity),
                setup,
                new DatabaseSetupRunner(database, databaseAdministrator, setup, sync),
                users, pool, sync, settings.environment().policy());
        sending = new ConversationWriter(items, table, clock);
        changes = new ChangeHistory(clients.permits(), new ItemUndoManager(clients), new SyncUndo(users, database), tables);
        environmentSetup = new EnvironmentSetup(stores);
        explorer = new Explorer(clients, home, settings.environment());
        DataServices data = new DataServices(explorer.reader(), items, table, users, pool, clock);
        doctor = new HealthChecker(stores, data, new EditStreamCommitter(clients), explanations);
        transfers = new Transfers(clients, home);
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

    /**
     * What names an endpoint for the AWS SDKs and decides nothing here: environment variables, system properties and settings of the AWS
     * profile, by name. Reads the AWS configuration.
     */
    public List<String> ignoredEndpoints() {
        return AwsProfile.ignoredEndpoints(settings);
    }

    public WriteLock lock() {
        return lock;
    }

    /** What decides whether something may be written, and knows what is being written now. */
    public WritePermits permits() {
        return clients.permits();
    }

    public ActivityLog activity() {
        return activity;
    }

    /** When the AWS credentials that were used last end; null where they have no end, and where none were used. */
    public @Nullable Instant credentialsEnd() {
        return clients.expiry();
    }

    /** Puts what the services throw into words. */
    public FailureExplainer explanations() {
        return explanations;
    }

    /** The local engines of this home; those that the session needs start by themselves. */
    public LocalEngines engines() {
        return engines;
    }

    /** Where this session is and who it is there. Calls AWS and the database, so it blocks. */
    public SessionIdentity identity() {
        return identification.find();
    }

    /**
     * Where this session is and who it is there, for somebody who is going to write. Blocks.
     *
     * @throws RuntimeException what AWS answered where it did not tell who this is
     */
    public SessionIdentity requireIdentity() {
        return identification.require();
    }

    public Tables tables() {
        return stores.tables();
    }

    public Backups backups() {
        return backups;
    }

    public TableDeleter tableDropper() {
        return tableDropper;
    }

    public TableScanner scans() {
        return scans;
    }

    public ItemStore items() {
        return items;
    }

    public Explorer explorer() {
        return explorer;
    }

    public Transfers transfers() {
        return transfers;
    }

    public ConversationQueries conversations() {
        return stores.conversations();
    }

    public ConversationWriter sending() {
        return sending;
    }

    public Seeder seeder() {
        return stores.seeder();
    }

    public DataLoader loader() {
        return loader;
    }

    public Database database() {
        return database;
    }

    public DatabaseConnectionTester reachability() {
        return stores.reachability();
    }

    public DatabaseAdministrator databaseAdministrator() {
        return databaseAdministrator;
    }

    public DatabaseSetup databaseSetup() {
        return stores.setup();
    }

    public DatabaseSetupRunner setupRun() {
        return stores.setupRun();
    }

    public DatabaseBackups databaseBackups() {
        return databaseBackups;
    }

    public DatabaseSessions databaseSessions() {
        return databaseSessions;
    }

    public SqlRunner sqlRunner() {
        return sqlRunner;
    }

    public UserDirectory users() {
        return stores.users();
    }

    public UserPool userPool() {
        return stores.pool();
    }

    public UserSync userSync() {
        return stores.sync();
    }

    /** What was changed in this environment, and its undoing. */
    public ChangeHistory changes() {
        return changes;
    }

    public HealthChecker doctor() {
        return doctor;
    }

    /** Tells what was changed in this environment, by this session and by other processes of this home. */
    public ChangePublisher published() {
        return published;
    }

    public EnvironmentSetup environmentSetup() {
        return environmentSetup;
    }

    /**
     * Leaves the environment: lets nothing new be written, waits for what is being written, then closes what is open and stops the local
     * engines that no other console of this home uses. Blocks for at most {@link #LONGEST_CLOSE} where something is being written.
     */
    @Override
    public void close() {
        published.close();
        permits().close();
        lock.lock();
        if (prompts != null) {
            prompts.close();
        }
        PermitAwaiter.await(permits(), LONGEST_CLOSE);
        clients.close();
        database.close();
        engines.close();
    }
}
