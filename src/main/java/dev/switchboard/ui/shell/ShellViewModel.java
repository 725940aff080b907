package dev.switchboard.ui.shell;

import dev.switchboard.activity.ActivityLog;
import dev.switchboard.settings.Environment;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.LockViewModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the window's frame shows: where it is, the lock, what was consumed, which screen is open. */
final class ShellViewModel {
    private static final Messages TEXT = Messages.of(ShellViewModel.class);
    private final ObjectProperty<Environment> environment;
    private final ObjectProperty<List<ConnectionPart>> where = new SimpleObjectProperty<>(List.of());
    private final StringProperty screen = new SimpleStringProperty("");
    private final BooleanProperty opening = new SimpleBooleanProperty();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper lockText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper consumed = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CredentialsExpiry> credentials = new ReadOnlyObjectWrapper<>(CredentialsExpiry.NONE);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();

    ShellViewModel(Environment first) {
        environment = new SimpleObjectProperty<>(first);
        title.bind(Bindings.createStringBinding(this::titleNow, environment, where));
    }

    private String titleNow() {
        String code = environment.get().code().toUpperCase(Locale.ROOT);
        return where.get().isEmpty()
                ? TEXT.get("window.title-short", code)
                : TEXT.get("window.title-long", code, where.get().stream().map(ConnectionPart::text).collect(Collectors.joining(" · ")));
    }

    /** The environment that is open or being opened. */
    ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    /** Where its calls go and who makes them, in a few words each; never empty for long. */
    ObjectProperty<List<ConnectionPart>> whereProperty() {
        return where;
    }

    /** For the time in which no session is open. */
    void forgetWhere() {
        where.set(List.of());
        credentials.set(CredentialsExpiry.NONE);
    }

    /** The id of the screen at the front. */
    StringProperty screenProperty() {
        return screen;
    }

    /** Whether a session is being opened. */
    BooleanProperty openingProperty() {
        return opening;
    }

    /** Whether a session is open whose settings are complete. */
    BooleanProperty openProperty() {
        return open;
    }

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** “Locked”, or how long it stays open. */
    ReadOnlyStringProperty lockTextProperty() {
        return lockText.getReadOnlyProperty();
    }

    /** What the session consumed, such as “14.5 RCU · 146 WCU this session”. */
    ReadOnlyStringProperty consumedProperty() {
        return consumed.getReadOnlyProperty();
    }

    /** How long the AWS credentials last. */
    ReadOnlyObjectProperty<CredentialsExpiry> credentialsProperty() {
        return credentials.getReadOnlyProperty();
    }

    /** Looks at the lock and the log again; called a few times each second. */
    void tick(LockViewModel lock, ActivityLog activity, CredentialsExpiry end) {
        credentials.set(end);
        lock.tick();
        lockText.set(
                lock.openProperty().get() ? TEXT.get("lock.open", Formats.clock(lock.remainingProperty().get())) : TEXT.get("lock.closed"));
        consumed.set(TEXT.get("consumed", Formats.capacity(activity.readCapacity()), Formats.capacity(activity.writeCapacity())));
    }
}
