package dev.switchboard.job;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The rates at which a job uses capacity. A limit that the operator sets also applies to later steps of the job. Thread-safe. */
public final class JobRates {
    private final List<RateControl> active = new CopyOnWriteArrayList<>();
    private final Map<RateControl.Unit, Double> chosen = new EnumMap<>(RateControl.Unit.class);

    JobRates() {}

    void start(RateControl rate) {
        @Nullable Double limit;
        synchronized (chosen) {
            limit = chosen.get(rate.unit());
            active.add(rate);
        }
        if (limit != null) {
            rate.limit(limit);
        }
    }

    void end(RateControl rate) {
        active.remove(rate);
    }

    /** The rates in use, one of each unit: that of the innermost step. */
    public List<RateControl> current() {
        List<RateControl> now = List.copyOf(active);
        return Arrays.stream(RateControl.Unit.values())
                .map(unit -> now.stream().filter(rate -> rate.unit() == unit).reduce((first, second) -> second).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Changes the limit of a unit while the job runs.
     *
     * @param unitsPerSecond 0 for no limit
     */
    public void limit(RateControl.Unit unit, double unitsPerSecond) {
        synchronized (chosen) {
            chosen.put(unit, unitsPerSecond);
        }
        active.stream().filter(rate -> rate.unit() == unit).forEach(rate -> rate.limit(unitsPerSecond));
    }
}
