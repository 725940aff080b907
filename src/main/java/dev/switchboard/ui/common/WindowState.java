package dev.switchboard.ui.common;

import dev.switchboard.failure.Failure;
import dev.switchboard.settings.SettingsFile;
import dev.switchboard.ui.common.grid.GridSettings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of the window that survives a restart, stored in the window section of the settings file. It is written on a separate thread half
 * a second after the last change, and by {@link #close}.
 */
public final class WindowState implements AutoCloseable, GridSettings {
    private static final Logger LOG = LoggerFactory.getLogger(WindowState.class);
    private static final long DELAY_MILLIS = 500;
    private final SettingsFile file;
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("window state").factory());
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final AtomicBoolean dirty = new AtomicBoolean();
    private @Nullable ScheduledFuture<?> due;

    public WindowState(SettingsFile file) {
        this.file = file;
        zone.set(readZone(get("zone")));
        theme.set(readTheme(get("theme")));
        zone.addListener((observable, old, now) -> set("zone", now.getId()));
        theme.addListener((observable, old, now) -> set("theme", now.name().toLowerCase(Locale.ROOT)));
    }

    private static ZoneId readZone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            LOG.warn("Unknown time zone {} in the settings file; using UTC", id);
            return ZoneOffset.UTC;
        }
    }

    private static ThemeChoice readTheme(@Nullable String name) {
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equalsIgnoreCase(name)) {
                return choice;
            }
        }
        return ThemeChoice.SYSTEM;
    }

    /** The time zone for displayed times; UTC by default. */
    public ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** The value of a name such as {@code table.users.handle.width}, or null. */
    @Override
    public @Nullable String get(String name) {
        return file.window(name);
    }

    /** The numeric value of a name, or the default if it is missing or not a number. */
    public double number(String name, double otherwise) {
        @Nullable String kept = get(name);
        try {
            return kept == null ? otherwise : Double.parseDouble(kept);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Sets a value; null removes it. */
    @Override
    public synchronized void set(String name, @Nullable String value) {
        file.setWindow(name, value);
        dirty.set(true);
        cancelDue();
        if (writer.isShutdown()) {
            return;
        }
        due = writer.schedule(this::write, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void write() {
        if (!dirty.getAndSet(false)) {
            return;
        }
        try {
            file.save();
        } catch (Failure e) {
            // Losing a column width must not interrupt the user, so the failure is only logged.
            LOG.warn("The state of the window was not saved: {}", e.getMessage());
        }
    }

    /** Writes pending changes. Not on the JavaFX thread: waits for the disk, and for a write that is under way. */
    @Override
    public void close() {
        cancelDue();
        writer.shutdown();
        // A write that is under way must not be interrupted, because that loses what it writes; the file excludes it from this one.
        write();
    }

    private synchronized void cancelDue() {
        if (due != null) {
            due.cancel(false);
        }
    }
}
