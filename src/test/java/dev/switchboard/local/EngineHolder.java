package dev.switchboard.local;

import dev.switchboard.settings.Home;
import java.nio.file.Path;

/** A console of its own for tests that kill one: starts both engines of a home, says so, and waits for its end. */
final class EngineHolder {
    private EngineHolder() {}

    /** Takes the home, the preferred ports, and the beginning of the DynamoDB engine's title. */
    public static void main(String[] args) throws Exception {
        LocalOptions options = new LocalOptions(0, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        try (LocalEngines engines = LocalEnginesFixture.of(new Home(Path.of(args[0])), options, args[3])) {
            engines.userPool();
            System.out.println("ready " + engines.dynamoDb().endpoint() + " " + engines.postgres().url());
            System.in.read();
        }
    }
}
