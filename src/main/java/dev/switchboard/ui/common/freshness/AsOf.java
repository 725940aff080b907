package dev.switchboard.ui.common.freshness;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** When what a view shows was read: the time at which the read began, because a write may have passed it. JavaFX thread only. */
public final class AsOf {
    /** For what always shows the present. */
    public static final ObservableValue<@Nullable Instant> NEVER = new ReadOnlyObjectWrapper<>();

    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<@Nullable Instant> at = new ReadOnlyObjectWrapper<>();
    private @Nullable Instant begun;

    public AsOf() {
        this(InstantSource.system());
    }

    /** @param clock supplies the time at which reads begin */
    public AsOf(InstantSource clock) {
        this.clock = clock;
    }

    /** A read begins. */
    public void begins() {
        begun = clock.instant();
    }

    /** What was read is shown now. */
    public void arrived() {
        at.set(begun == null ? clock.instant() : begun);
    }

    /** Nothing is shown any more. */
    public void clear() {
        at.set(null);
    }

    /** The time; null while nothing is shown. */
    public ReadOnlyObjectProperty<@Nullable Instant> property() {
        return at.getReadOnlyProperty();
    }

    /** The oldest of several times, of those that are not null. */
    public static ObservableValue<@Nullable Instant> oldest(AsOf... parts) {
        List<ReadOnlyObjectProperty<@Nullable Instant>> times = Stream.of(parts).map(AsOf::property).toList();
        return Bindings.createObjectBinding(
                () -> times.stream().map(ObservableValue::getValue).filter(Objects::nonNull).min(Instant::compareTo).orElse(null),
                times.toArray(Observable[]::new));
    }
}
