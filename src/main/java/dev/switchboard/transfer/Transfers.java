package dev.switchboard.transfer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.settings.Home;

/** Exports, imports and copies items. */
public final class Transfers {
    private final AwsClients clients;
    private final Home home;

    /** Creates the services of one session. */
    public Transfers(AwsClients clients, Home home) {
        this.clients = clients;
        this.home = home;
    }

    AwsClients clients() {
        return clients;
    }

    Home home() {
        return home;
    }
}
