package dev.switchboard.doctor;

import dev.switchboard.failure.OperationCancelledException;
import dev.switchboard.job.Progress;
import dev.switchboard.postgres.sql.Sql;
import dev.switchboard.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    /** The unit of the header {@code Date}. */
    private static final Duration HEADER_UNIT = Duration.ofSeconds(1);

    private static final Sql TIME = Sql.file("doctor/time");
    private final List<Server> servers;

    /** @param time sends one small request and returns the time in its response; empty if the server does not tell it */
    private record Server(String name, boolean aws, Duration unit, Supplier<Optional<Instant>> time) {}

    ClockCheck(HealthCheckServices services) {
        servers = List.of(
                new Server("DynamoDB", true, HEADER_UNIT, () -> services.tables().serverTime()),
                new Server("Cognito", true, HEADER_UNIT, () -> services.pool().serverTime()),
                new Server(
                        "PostgreSQL", false, Duration.ZERO,
                        () -> Optional.ofNullable(services.database().query(TIME, Map.of()).getFirst().instant("time"))));
    }

    CheckFinding run(Progress progress) {
        List<ClockOffset> offsets = new ArrayList<>();
        for (Server server : servers) {
            progress.stopIfCancelled();
            measure(server).ifPresent(offsets::add);
        }
        return judge(offsets);
    }

    /** @param offsets those of the servers that told their time */
    static CheckFinding judge(List<ClockOffset> offsets) {
        if (offsets.isEmpty()) {
            return new CheckFinding(CheckState.SKIPPED, TEXT.get("clock.none"), null);
        }
        List<ClockOffset> off = offsets.stream().filter(offset -> offset.exceeds(NOTICED)).toList();
        List<ClockOffset> right = offsets.stream().filter(offset -> !offset.exceeds(NOTICED)).toList();
        boolean refused = off.stream().anyMatch(offset -> offset.aws() && offset.exceeds(REFUSED));
        List<String> sentences = new ArrayList<>();
        for (ClockOffset offset : off) {
            String key = offset.certain().isNegative() ? "clock.behind" : "clock.ahead";
            sentences.add(TEXT.get(key, seconds(offset.certain()), offset.server()));
        }
        right.stream().map(ClockOffset::largest).max(Comparator.naturalOrder()).ifPresent(largest -> {
            String names = right.stream().map(ClockOffset::server).collect(Collectors.joining(", "));
            sentences.add(TEXT.get("clock.ok", seconds(largest), names));
        });
        if (off.isEmpty()) {
            return CheckFinding.ok(sentences.getFirst());
        }
        sentences.add(TEXT.get(refused ? "clock.refused" : "clock.remedy"));
        String detail = String.join(" ", sentences);
        return refused ? CheckFinding.failed(detail, null) : CheckFinding.warning(detail, null);
    }

    private static double seconds(Duration offset) {
        return offset.abs().toMillis() / 1_000.0;
    }

    /** Empty if the server does not answer, which its own check tells, or does not tell its time. */
    private static Optional<ClockOffset> measure(Server server) {
        Instant before = Instant.now();
        try {
            Optional<Instant> told = server.time().get();
            Instant after = Instant.now();
            return told.map(time -> ClockOffset.between(server.name(), server.aws(), before, after, time, server.unit()));
        } catch (OperationCancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.debug("{} did not tell its time", server.name(), e);
            return Optional.empty();
        }
    }
}
