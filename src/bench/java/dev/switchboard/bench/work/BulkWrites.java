package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Attempt;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BareDynamoDb;
import dev.switchboard.bench.world.BareHttp;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.bench.world.ConversationItems;
import dev.switchboard.dynamodb.item.Item;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The contestants beside ours that write many items into an empty table. */
final class BulkWrites {
    private static final String BOTO3 = """
            import boto3, sys, json
            from boto3.dynamodb.types import TypeDeserializer
            read = TypeDeserializer()
            table = boto3.resource('dynamodb', endpoint_url=sys.argv[1]).Table(sys.argv[2])
            with table.batch_writer() as batch:
                for line in open(sys.argv[3]):
                    batch.put_item(Item={k: read.deserialize(v) for k, v in json.loads(line)['Item'].items()})
            """;
    private static final String TABLE = "bulk-writes";
    private static final String BATCH_WRITE = "DynamoDB_20120810.BatchWriteItem";
    private static final int BATCH = 25;
    private static final int ONE_BY_ONE = 2_000;
    private final BenchWorld world;

    BulkWrites(BenchWorld world) {
        this.world = world;
    }

    /** The bare loops. */
    List<Contestant> floors(long size) {
        return List.of(
                new Contestant(Role.FLOOR, "1 thread", size, () -> floor(size, 1)),
                new Contestant(Role.FLOOR, "4 threads", size, () -> floor(size, 4)));
    }

    /** All others. */
    List<Contestant> others(long size) throws IOException {
        Path file = file(size);
        Path bodies = bodies(size);
        long few = Math.min(size, ONE_BY_ONE);
        return List.of(
                new Contestant(Role.WIRE, "4 connections", size, () -> wire(bodies, 4)),
                new Contestant(Role.SOURCE, "", few, () -> oneByOne(few)),
                boto3(size, file));
    }

    private Contestant boto3(long size, Path file) {
        Contestant boto3 = world.rivals().boto3("boto3 batch_writer", size, BOTO3, world.endpoint().toString(), TABLE, file.toString());
        @Nullable Attempt attempt = boto3.attempt();
        return attempt == null ? boto3 : new Contestant(boto3.role(), boto3.name(), size, () -> {
            world.emptyTable(TABLE);
            return attempt.measure();
        });
    }

    /** The items as a file to be imported. */
    Path file(long size) throws IOException {
        Path file = world.folder().resolve("items-" + size + ".json");
        if (Files.notExists(file)) {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (Iterator<Map<String, AttributeValue>> items = ConversationItems.first(size); items.hasNext();) {
                    out.write("{\"Item\":" + Item.of(items.next()).toJson() + "}\n");
                }
            }
        }
        return file;
    }

    /** The requests as they go over the wire, one a line. */
    private Path bodies(long size) throws IOException {
        Path file = world.folder().resolve("requests-" + size + ".json");
        if (Files.notExists(file)) {
            try (BufferedWriter out = Files.newBufferedWriter(file);
                    BufferedReader items = Files.newBufferedReader(file(size))) {
                for (List<String> batch = lines(items); !batch.isEmpty(); batch = lines(items)) {
                    List<String> puts = batch.stream().map(line -> "{\"PutRequest\":" + line + "}").toList();
                    out.write("{\"RequestItems\":{\"" + TABLE + "\":[" + String.join(",", puts)
                            + "]},\"ReturnConsumedCapacity\":\"TOTAL\"}\n");
                }
            }
        }
        return file;
    }

    private static List<String> lines(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = null; lines.size() < BATCH && (line = in.readLine()) != null;) {
            lines.add(line);
        }
        return lines;
    }

    private Measurement floor(long size, int threads) throws Exception {
        world.emptyTable(TABLE);
        return Measurement.of(() -> world.bare().write(TABLE, ConversationItems.first(size), threads));
    }

    private Measurement oneByOne(long size) throws Exception {
        world.emptyTable(TABLE);
        return Measurement.of(() -> ConversationItems.first(size)
                .forEachRemaining(item -> world.bare().client().putItem(put -> put.tableName(TABLE).item(item))));
    }

    private Measurement wire(Path bodies, int connections) throws Exception {
        world.emptyTable(TABLE);
        try (BufferedReader requests = Files.newBufferedReader(bodies)) {
            return Measurement.of(() -> BareDynamoDb.parallel(connections, thread -> {
                try (BareHttp connection = BareHttp.dynamoDb(world.endpoint())) {
                    for (String body = next(requests); body != null; body = next(requests)) {
                        connection.post(BATCH_WRITE, body);
                    }
                }
            }));
        }
    }

    private static String next(BufferedReader requests) throws IOException {
        synchronized (requests) {
            return requests.readLine();
        }
    }
}
