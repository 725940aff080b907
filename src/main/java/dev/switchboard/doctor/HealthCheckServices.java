package dev.switchboard.doctor;

import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.postgres.connection.DatabaseConnectionTester;
import dev.switchboard.postgres.sql.Database;
import dev.switchboard.seeding.Seeder;
import dev.switchboard.settings.EnvironmentPolicy;
import dev.switchboard.users.DatabaseSetup;
import dev.switchboard.users.DatabaseSetupRunner;
import dev.switchboard.users.UserDirectory;
import dev.switchboard.users.UserPool;
import dev.switchboard.users.UserSync;

/** The services of a session that the health checks use. */
public record HealthCheckServices(
        Tables tables,
        String messagesTable,
        ConversationQueries conversations,
        Seeder seeder,
        Database database,
        DatabaseConnectionTester reachability,
        DatabaseSetup setup,
        DatabaseSetupRunner setupRun,
        UserDirectory users,
        UserPool pool,
        UserSync sync,
        EnvironmentPolicy policy) {}
