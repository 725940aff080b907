package dev.switchboard.conversations;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.batch.BatchWriter;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.ItemStore;
import dev.switchboard.dynamodb.item.Write;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.dynamodb.scan.TableScanner;
import dev.switchboard.dynamodb.table.Tables;
import dev.switchboard.job.Progress;
import dev.switchboard.settings.Environment;
import dev.switchboard.testing.NamedEngine;
import dev.switchboard.testing.TestAws;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A messages table of its own on one engine, with what speaks to it. */
public final class ConversationFixture {
    public static final Participant ADA = new Participant("11111111-1111-1111-1111-111111111111", "ada", "Ada Amsel");
    public static final Participant EMRE = new Participant("22222222-2222-2222-2222-222222222222", "emre", "Emre Esen");
    public static final Participant IDA = new Participant("33333333-3333-3333-3333-333333333333", "ida", "Ida Igel");

    public final String table = TestAws.tableName("messages");
    public final ItemStore store;
    public final Tables tables;
    public final BatchWriter writer;
    public final ConversationQueries queries;
    private final AwsClients clients;

    private final URI endpoint;

    public ConversationFixture(NamedEngine engine, boolean withStream) {
        endpoint = engine.endpoint();
        clients = TestAws.clients(engine.endpoint());
        store = new ItemStore(clients);
        tables = new Tables(clients);
        writer = new BatchWriter(clients);
        queries = new ConversationQueries(store, table);
        tables.create(MessagesTablePreset.of(table, true, withStream, true), Progress.NONE);
    }

    public ConversationWriter sending(InstantSource clock) {
        return new ConversationWriter(store, table, clock);
    }

    /** Sends through something that stands before the same engine. */
    public ConversationWriter sendingThrough(AwsClients others, InstantSource clock) {
        return new ConversationWriter(new ItemStore(others), table, clock);
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Writes rows as any other client would. */
    public void write(Item... items) {
        writer.write(table, Stream.of(items).map(item -> (Write) new Write.Put(item, false)).toList(), Progress.NONE);
    }

    /** Deletes a row as any other client would. */
    public void delete(Item row) {
        writer.write(table, List.of(new Write.Delete(MessageItems.key(row), Map.of())), Progress.NONE);
    }

    public void write(Iterable<Write> writes) {
        writer.write(table, writes, Progress.NONE);
    }

    /** Every row of a partition. */
    public List<Item> partition(String pk) {
        return all().stream().filter(item -> pk.equals(item.string("pk"))).toList();
    }

    public List<Item> all() {
        List<Item> rows = new CopyOnWriteArrayList<>();
        new TableScanner(clients, Environment.DEV.policy()).scan(table, new ScanOptions(0, 1, ScanOptions.USUAL_RATE),
                page -> rows.addAll(page.items()),
                Progress.NONE);
        return new ArrayList<>(rows);
    }

    /** A message row as the source's client writes it. */
    public static Item message(String group, String time, String uuid, Participant from, String text) {
        return MessageItems.messageItem(group, uuid, from, text, time);
    }

    /** A group row as the source's client writes it. */
    public static Item group(Participant owner, Participant other, String group, String time, String preview) {
        return MessageItems.groupItem(owner.uuid(), other, group, preview, time);
    }
}
