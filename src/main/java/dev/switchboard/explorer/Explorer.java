package dev.switchboard.explorer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.partiql.Partiql;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.stream.StreamTail;
import dev.switchboard.explorer.edit.ItemEditor;
import dev.switchboard.settings.Home;

/** Reads and edits items of any table: what the Items screen and the commands {@code items …} share. */
public final class Explorer {
    private final AwsClients clients;
    private final Home home;
    private final ItemEditor editor;
    private final PlanReader reader;
    private final Partiql partiql;

    /** Creates the services of one session. */
    public Explorer(AwsClients clients, Home home) {
        this.clients = clients;
        this.home = home;
        editor = new ItemEditor(clients);
        reader = new PlanReader(clients);
        partiql = new Partiql(clients, reader);
    }

    /** Edits items. */
    public ItemEditor editor() {
        return editor;
    }

    /** Runs queries and scans. */
    public PlanReader reader() {
        return reader;
    }

    /** Runs PartiQL statements. */
    public Partiql partiql() {
        return partiql;
    }

    AwsClients clients() {
        return clients;
    }

    /** Follows the changes to a table. */
    public StreamTail tail() {
        return new StreamTail(clients);
    }

    Home home() {
        return home;
    }
}
