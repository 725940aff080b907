package dev.switchboard.transfer;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Home;

/** Exports, imports and copies items. */
public final class Transfers {
    private final AwsClients clients;
    private final ItemExporter exporter;
    private final ItemImporter importer;
    private final ItemCopier copier;

    /** Creates the services of one session. */
    public Transfers(AwsClients clients, Home home) {
        this.clients = clients;
        exporter = new ItemExporter(clients);
        importer = new ItemImporter(clients, home);
        copier = new ItemCopier(clients, home);
    }

    AwsClients clients() {
        return clients;
    }

    /** Exports items to files. */
    public ItemExporter exporter() {
        return exporter;
    }

    /** Imports items from files. */
    public ItemImporter importer() {
        return importer;
    }

    /** Copies items of this session to a table of this or of another one. */
    public ItemCopier copier() {
        return copier;
    }

    /**
     * Computes the digest of all items of a table.
     *
     * @throws dev.switchboard.failure.OperationCancelledException if canceled
     */
    public TableDigest digest(String table, ScanOptions options, Progress progress) {
        TableDigest digest = new TableDigest();
        new TableScanner(clients).read(table, options, true, page -> {
            for (Item item : page.items()) {
                digest.add(item);
            }
        }, progress);
        return digest;
    }
}
