package dev.switchboard.explorer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.AwsTarget;
import dev.switchboard.dynamodb.backup.TableSpecificationCreator;
import dev.switchboard.dynamodb.partiql.Partiql;
import dev.switchboard.dynamodb.read.PlanReader;
import dev.switchboard.dynamodb.stream.StreamTail;
import dev.switchboard.explorer.copyas.ClientSettings;
import dev.switchboard.explorer.edit.ItemEditor;
import dev.switchboard.explorer.edit.StagedEditsStore;
import dev.switchboard.explorer.entity.EntityModels;
import dev.switchboard.explorer.query.RunHistory;
import dev.switchboard.explorer.query.SavedQueries;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Home;

/** Reads and edits items of any table: what the Items screen and the commands {@code items …} share. */
public final class Explorer {
    private final AwsClients clients;
    private final SavedQueries savedQueries;
    private final RunHistory history;
    private final EntityModels entityModels;
    private final StagedEditsStore stagedEdits;
    private final ItemEditor editor;
    private final PlanReader reader;
    private final Partiql partiql;

    /** Creates the services of one session. */
    public Explorer(AwsClients clients, Home home, Environment environment) {
        this.clients = clients;
        editor = new ItemEditor(clients);
        reader = new PlanReader(clients);
        entityModels = new EntityModels(home);
        stagedEdits = new StagedEditsStore(home, environment);
        savedQueries = new SavedQueries(home);
        history = new RunHistory(home, environment);
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

    /** Follows the changes to a table. */
    public StreamTail tail() {
        return new StreamTail(clients);
    }

    /** The entities that are known of tables. */
    public EntityModels entityModels() {
        return entityModels;
    }

    /** The staged edits that are kept over a restart. */
    public StagedEditsStore stagedEdits() {
        return stagedEdits;
    }

    /** The saved queries. */
    public SavedQueries savedQueries() {
        return savedQueries;
    }

    /** The history of queries in this environment. */
    public RunHistory history() {
        return history;
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

}
