package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BareHttp;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.dynamodb.scan.ScanOptions;
import dev.switchboard.job.Progress;
import java.io.IOException;
import java.util.List;

/** Scans a whole table. */
final class ScanTable implements Benchmark {
    /** Scans with boto3, and writes the items to its output. */
    static final String BOTO3 = """
            import boto3, sys, json
            for page in boto3.client('dynamodb', endpoint_url=sys.argv[1]).get_paginator('scan').paginate(TableName=sys.argv[2]):
                for item in page['Items']:
                    sys.stdout.write(json.dumps({'Item': item}) + '\\n')
            """;
    private static final long FULL = 1_000_000;
    private final BenchWorld world;

    ScanTable(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "scan";
    }

    @Override
    public String title(long size) {
        return "Scan %,d items".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().decades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.2), Aim.timesFaster(5, Role.COMMAND, "aws dynamodb scan"), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        String table = world.conversations(size);
        String endpoint = world.endpoint().toString();
        return List.of(
                new Contestant(Role.OURS, "1 segment", size, () -> ours(table, size, 1)),
                new Contestant(Role.FLOOR, "1 segment", size, () -> floor(world, table, size, 1)),
                new Contestant(Role.OURS, "4 segments", size, () -> ours(table, size, 4)),
                new Contestant(Role.FLOOR, "4 segments", size, () -> floor(world, table, size, 4)),
                new Contestant(Role.WIRE, "", size, () -> wire(world, table, size)),
                world.command().contestant(size, "items", "scan", table, "--json"),
                world.rivals().aws(size, "dynamodb", "scan", "--table-name", table, "--endpoint-url", endpoint),
                world.rivals().boto3("boto3 scan", size, BOTO3, endpoint, table));
    }

    private Measurement ours(String table, long size, int segments) throws Exception {
        return Measurement.of(() -> check(size,
                world.session().scans().scan(table, new ScanOptions(0, segments, 0), page -> {}, Progress.NONE).items()));
    }

    /** The scan of the SDK alone. */
    static Measurement floor(BenchWorld world, String table, long size, int segments) throws Exception {
        return Measurement.of(() -> check(size, world.bare().scan(table, segments)));
    }

    /** The pages of one segment, unread but for the key of the next. */
    static Measurement wire(BenchWorld world, String table, long size) throws Exception {
        try (BareHttp connection = BareHttp.dynamoDb(world.endpoint())) {
            return Measurement.of(() -> {
                String from = "";
                do {
                    byte[] page = connection.post("DynamoDB_20120810.Scan",
                            "{\"TableName\":\"" + table + "\",\"ReturnConsumedCapacity\":\"TOTAL\""
                                    + (from.isEmpty() ? "" : ",\"ExclusiveStartKey\":" + from) + "}");
                    from = BareHttp.object(page, "LastEvaluatedKey");
                } while (!from.isEmpty());
            });
        }
    }

    /** Fails where a contestant did not do the whole work. */
    static void check(long expected, long items) throws IOException {
        if (items != expected) {
            throw new IOException(items + " items instead of " + expected);
        }
    }
}
