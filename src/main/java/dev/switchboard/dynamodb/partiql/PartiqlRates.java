package dev.switchboard.dynamodb.partiql;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.CapacityLimiter;
import dev.switchboard.dynamodb.item.CapacityScope;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.job.Progress;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Limits the statements of a run that write to the share of a table's capacity that the environment allows. What one statement used, the next
 * one of the same table waits for. Used by one thread.
 */
final class PartiqlRates {
    private final AwsClients clients;
    private final Map<String, Limits> tables = new HashMap<>();

    private record Limits(CapacityLimiter reads, CapacityLimiter writes) {}

    PartiqlRates(AwsClients clients) {
        this.clients = clients;
    }

    /** Limits what this thread sends to a table until it is closed. */
    CapacityScope open(TableDescription table, Progress progress) {
        Limits limits = tables.computeIfAbsent(table.tableName(), name -> {
            TableDetails details = TableDescriptionMapper.details(table, null, Map.of());
            return new Limits(
                    CapacityLimiter.reads(CapacityLimiter.USUAL, details, clients.policy()),
                    CapacityLimiter.writes(CapacityLimiter.USUAL, details, clients.policy()));
        });
        return CapacityScope.of(limits.reads(), limits.writes(), progress);
    }
}
