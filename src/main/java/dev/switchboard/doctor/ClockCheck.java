package dev.switchboard.doctor;

import dev.switchboard.failure.Failure;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the clock of this machine with those of the servers. AWS refuses requests that were signed more than five minutes ago, and messages
 * that this machine sends get its time.
 */
final class ClockCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);
    private static final Messages TEXT = Messages.of(ClockCheck.class);

    /** The limit of AWS Signature Version 4. */
    private static final Duration REFUSED = Duration.ofMinutes(5);

    private static final Duration NOTICED = Duration.ofSeconds(5);
    private static final Sql TIME = Sql.file("doctor/time");
    private final HealthCheckServices services;

    ClockCheck(HealthCheckServices services) {
        this.services = services;
    }

    CheckFinding run(Progress progress) {
        Map<String, Supplier<Optional<Instant>>> servers = new LinkedHashMap<>();
        servers.put("DynamoDB", () -> services.tables().serverTime());
        servers.put("Cognito", () -> services.pool().serverTime());
        servers.put("PostgreSQL", () -> Optional.ofNullable(services.database().query(TIME, Map.of()).getFirst().instant("time")));
        List<String> compared = new ArrayList<>();
        Duration worst = Duration.ZERO;
        @Nullable String where = null;
        for (Map.Entry<String, Supplier<Optional<Instant>>> server : servers.entrySet()) {
            progress.stopIfCancelled();
            @Nullable Duration ahead = ahead(server.getKey(), server.getValue());
            if (ahead != null) {
                compared.add(server.getKey());
                if (ahead.abs().compareTo(worst.abs()) >= 0) {
                    worst = ahead;
                    where = server.getKey();
                }
            }
        }
        return where == null
                ? new CheckFinding(CheckState.SKIPPED, TEXT.get("clock.none"), null)
                : judge(worst, where, String.join(", ", compared));
    }

    static CheckFinding judge(Duration ahead, String where, String compared) {
        double seconds = ahead.abs().toMillis() / 1_000.0;
        if (ahead.abs().compareTo(NOTICED) <= 0) {
            return CheckFinding.ok(TEXT.get("clock.ok", seconds, compared));
        }
        String off = TEXT.get(ahead.isNegative() ? "clock.behind" : "clock.ahead", seconds, where);
        return ahead.abs().compareTo(REFUSED) > 0
                ? CheckFinding.failed(off + " " + TEXT.get("clock.refused"), null)
                : CheckFinding.warning(off + " " + TEXT.get("clock.remedy"), null);
    }

    /** How far this machine is ahead of a server; null if that does not tell its time. Its own check tells why it does not answer. */
    private static @Nullable Duration ahead(String name, Supplier<Optional<Instant>> server) {
        Instant before = Instant.now();
        try {
            @Nullable Instant told = server.get().orElse(null);
            Duration took = Duration.between(before, Instant.now());
            return told == null ? null : Duration.between(Objects.requireNonNull(told), before.plus(took.dividedBy(2)));
        } catch (Failure e) {
            LOG.debug("{} did not tell its time", name, e);
            return null;
        } catch (RuntimeException e) {
            LOG.debug("{} did not tell its time, as its own check says", name, e);
            return null;
        }
    }
}
