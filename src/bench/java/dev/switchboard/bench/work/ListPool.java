package dev.switchboard.bench.work;

import dev.switchboard.bench.run.Aim;
import dev.switchboard.bench.run.Benchmark;
import dev.switchboard.bench.run.Contestant;
import dev.switchboard.bench.run.Measurement;
import dev.switchboard.bench.run.Role;
import dev.switchboard.bench.world.BareHttp;
import dev.switchboard.bench.world.BenchPool;
import dev.switchboard.bench.world.BenchWorld;
import dev.switchboard.job.Progress;
import dev.switchboard.session.Session;
import java.util.List;

/** Lists all users of the user pool. */
final class ListPool implements Benchmark {
    private static final String BOTO3 = """
            import boto3, sys, json
            for page in boto3.client('cognito-idp', endpoint_url=sys.argv[1]).get_paginator('list_users').paginate(UserPoolId=sys.argv[2]):
                for user in page['Users']:
                    sys.stdout.write(json.dumps(user, default=str) + '\\n')
            """;
    private static final long FULL = 100_000;
    private final BenchWorld world;

    ListPool(BenchWorld world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "pool-list";
    }

    @Override
    public String title(long size) {
        return "List %,d users of the user pool".formatted(size);
    }

    @Override
    public List<Long> sizes() {
        return world.scale().moreDecades(FULL);
    }

    @Override
    public List<Aim> aims() {
        return List.of(Aim.withinFloor(1.1), Aim.memory());
    }

    @Override
    public List<Contestant> contestants(long size) throws Exception {
        BenchPool pool = world.closing(new BenchPool(size));
        Session session = world.closing(world.session(pool.settings()));
        String endpoint = pool.endpoint().toString();
        return List.of(
                new Contestant(Role.OURS, "", size,
                        () -> Measurement.of(() -> ScanTable.check(size, session.userPool().all(Progress.NONE).size()))),
                new Contestant(Role.FLOOR, "", size, () -> Measurement.of(() -> ScanTable.check(size, pool.list()))),
                new Contestant(Role.WIRE, "", size, () -> wire(pool)),
                world.command().contestant(size, "users", "pool", "--json", "--pool-id", pool.id(), "--cognito-endpoint", endpoint),
                world.rivals().aws(size, "cognito-idp", "list-users", "--user-pool-id", pool.id(), "--endpoint-url", endpoint),
                world.rivals().boto3("boto3 list_users", size, BOTO3, endpoint, pool.id()));
    }

    private static Measurement wire(BenchPool pool) throws Exception {
        try (BareHttp connection = new BareHttp(pool.endpoint(), "1.1")) {
            return Measurement.of(() -> {
                String token = "";
                do {
                    byte[] page = connection.post("AWSCognitoIdentityProviderService.ListUsers",
                            "{\"UserPoolId\":\"" + pool.id() + "\",\"Limit\":60" + (token.isEmpty() ? "" : ",\"PaginationToken\":" + token)
                                    + "}");
                    token = BareHttp.text(page, "PaginationToken");
                } while (!token.isEmpty());
            });
        }
    }
}
