package dev.switchboard.explorer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.AwsTarget;
import dev.switchboard.dynamodb.backup.TableSpecificationCreator;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.stream.StreamTail;
import dev.switchboard.explorer.copyas.ClientSettings;
import dev.switchboard.explorer.edit.ItemEditor;
import dev.switchboard.settings.Home;

/** Reads and edits items of any table: what the Items screen and the commands {@code items …} share. */
public final class Explorer {
    private final AwsClients clients;
    private final Home home;
    private final ItemEditor editor;
    private final PlanReader reader;

    /** Creates the services of one session. */
    public Explorer(AwsClients clients, Home home) {
        this.clients = clients;
        this.home = home;
        editor = new ItemEditor(clients);
        reader = new PlanReader(clients);
    }

    /** Edits items. */
    public ItemEditor editor() {
        return editor;
    }

    /** Runs queries and scans. */
    public PlanReader reader() {
        return reader;
    }

    AwsClients clients() {
        return clients;
    }

    /** Follows the changes to a table. */
    public StreamTail tail() {
        return new StreamTail(clients);
    }

    /** What the client of a copied request is configured with, to reach the same tables. Blocks where the endpoint is looked up. */
    public ClientSettings clientSettings() {
        AwsTarget target = clients.dynamoDbTarget();
        return target.aws()
                ? ClientSettings.aws(target.region(), clients.profile())
                : ClientSettings.local(target.region(), target.endpoint().toString());
    }

    /** Creates tables with all of their settings. */
    public TableSpecificationCreator tableCreator() {
        return new TableSpecificationCreator(clients);
    }

    Home home() {
        return home;
    }
}
