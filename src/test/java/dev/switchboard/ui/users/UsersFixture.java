package dev.switchboard.ui.users;

import dev.switchboard.job.Progress;
import dev.switchboard.local.PostgresEngine;
import dev.switchboard.local.UserPoolEngine;
import dev.switchboard.local.userpool.LocalPoolUser;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestEngines;
import dev.switchboard.testing.TestPoolUsers;
import dev.switchboard.ui.testing.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A database with the six sample users, and a user pool with some of them and others. */
final class UsersFixture {
    final Map<Setting, String> settings = new HashMap<>();
    private final Path home;

    UsersFixture(Path home) {
        this(home, logins());
    }

    UsersFixture(Path home, List<LocalPoolUser> logins) {
        this.home = home;
        PostgresEngine engine = TestEngines.freshDatabase();
        UserPoolEngine pool = TestEngines.pool(logins);
        settings.put(Setting.POSTGRES_URL,
                "postgresql://" + engine.user() + ":" + engine.password() + "@" + engine.host() + ":" + engine.port()
                        + "/" + engine.database());
        settings.put(Setting.COGNITO_ENDPOINT, pool.endpoint().toString());
        settings.put(Setting.USER_POOL_ID, pool.poolId());
        settings.put(Setting.AWS_REGION, "eu-central-1");
        settings.put(Setting.DYNAMODB_ENDPOINT, "http://127.0.0.1:9");
    }

    /** New: ada, bruno. Duplicate: chidi. Without a handle: one. Unknown: zoe. Only in PostgreSQL: dora, emre, finn. */
    private static List<LocalPoolUser> logins() {
        List<LocalPoolUser> logins = new ArrayList<>();
        logins.add(TestPoolUsers.of("1a000000-0000-4000-8000-00000000ada0", "ada"));
        logins.add(TestPoolUsers.of("1a000000-0000-4000-8000-0000000b4010", "bruno"));
        logins.add(TestPoolUsers.of("1a000000-0000-4000-8000-0000000c41d1", "chidi"));
        logins.add(TestPoolUsers.of("1a000000-0000-4000-8000-0000000c41d2", "chidi"));
        logins.add(TestPoolUsers.of("1a000000-0000-4000-8000-00000000none", null));
        logins.add(TestPoolUsers.of("1a000000-0000-4000-8000-000000000203", "zoe"));
        return logins;
    }

    /** Creates the schema and the six users. */
    UsersFixture filled() {
        TestContext test = context(Environment.DEV);
        test.context().session().databaseSetup().loadSchema(Progress.NONE);
        test.context().session().databaseSetup().seed(Progress.NONE);
        return this;
    }

    /** Gives bruno the Cognito ID of another user, so that he counts as changed. */
    UsersFixture withStaleBruno() {
        TestContext test = context(Environment.DEV);
        test.context().session().sqlRunner().run("UPDATE public.users SET cognito_user_id = 'an-older-id' WHERE handle = 'bruno'",
                Progress.NONE);
        return this;
    }

    TestContext context(Environment environment) {
        return TestContext.of(home, environment, settings);
    }
}
