package dev.switchboard.ui.overview;

import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.LatestJobRunner;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.users.UserDirectory;
import java.time.Instant;
import java.time.InstantSource;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The counts of the Overview screen. What cannot be read is shown as not known; the checks say why. JavaFX thread only. */
final class NumbersViewModel {
    private static final Messages TEXT = Messages.of(NumbersViewModel.class);
    private final UiContext context;
    private final InstantSource clock;
    private final LatestJobRunner describing;
    private final LatestJobRunner counting;
    private final ObservableList<HealthNumber> numbers = FXCollections.observableArrayList();
    private @Nullable TableDetails table;
    private UserDirectory.@Nullable Counts users;
    private DataSummary summary = DataSummary.NONE;

    /** @param clock supplies the present, to which times are relative */
    NumbersViewModel(UiContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
        describing = context.jobs().slot();
        counting = context.jobs().slot();
        update();
    }

    /** The numbers in the order in which they are shown. */
    ObservableList<HealthNumber> numbers() {
        return numbers;
    }

    /** Reads what is counted elsewhere: the size of the table and the number of users. */
    void read() {
        Session session = context.session();
        String name = session.settings().messagesTable();
        describing.start(
                TEXT.get("number.reading.items"),
                progress -> session.tables().find(name).orElse(null),
                (@Nullable TableDetails now) -> {
                    table = now;
                    update();
                },
                failure -> {
                    table = null;
                    update();
                });
        counting.start(
                TEXT.get("number.reading.users"),
                progress -> session.users().counts(),
                now -> {
                    users = now;
                    update();
                },
                failure -> {
                    users = null;
                    update();
                });
    }

    /** Shows what a pass over the data counted. */
    void show(DataSummary now) {
        summary = now;
        update();
    }

    /** Shows the numbers anew: the cost of the session has grown, or the time zone is another one. */
    void update() {
        String name = context.session().settings().messagesTable();
        Instant now = clock.instant();
        numbers.setAll(
                HealthNumbers.items(name, table),
                HealthNumbers.messages(summary, now, context.zone()),
                HealthNumbers.users(users),
                HealthNumbers.newest(summary, now, context.zone()),
                HealthNumbers.cost(context.session().activity(), name));
    }
}
