package dev.switchboard.ui.common;

import dev.switchboard.doctor.EnvironmentSetup;
import dev.switchboard.doctor.SetupStage;
import dev.switchboard.failure.Explanation;
import dev.switchboard.text.Messages;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Offers to set up what is missing, in the empty states of an environment with local defaults. JavaFX thread only. */
public final class SetupOffer {
    /** The argument with which the Overview screen starts the setup. */
    public static final Map<String, String> START = Map.of("setup", "start");

    private static final Messages TEXT = Messages.of(SetupOffer.class);
    private final EnvironmentSetup setup;
    private final String table;
    private final Navigator navigator;

    private SetupOffer(UiContext context) {
        setup = context.session().environmentSetup();
        table = context.session().settings().messagesTable();
        navigator = context.navigator();
    }

    /** The offer of a session; null in an environment that is configured and never set up from here. */
    public static @Nullable SetupOffer of(UiContext context) {
        return context.session().environment().policy().localDefaults() ? new SetupOffer(context) : null;
    }

    /** The button that starts the setup. */
    public ViewState.Action action() {
        return new ViewState.Action(TEXT.get("setup.action"), () -> navigator.open("overview", START));
    }

    /**
     * An empty state in which the setup is the primary button where it is offered.
     *
     * @param offer null where it is not offered
     * @param otherwise the button without the setup, and the second one beside it
     * @param whenShown reads again when the screen is shown again; null if that is of no use
     */
    public static ViewState.Empty empty(@Nullable SetupOffer offer, String icon, String title, String text,
            ViewState.Action otherwise, @Nullable Runnable whenShown) {
        return offer == null
                ? new ViewState.Empty(icon, title, text, otherwise, whenShown)
                : new ViewState.Empty(icon, title, text, offer.action(), whenShown, otherwise);
    }

    /**
     * Determines the view state for a failure to read: what is missing with an offer to set it up, or the failure as it is.
     *
     * @param slot kept by the caller, who cancels it when something else is loaded
     * @param retry repeats the read
     * @param show receives the state to show
     */
    public void explain(LatestJobRunner slot, Explanation failure, Runnable retry, Consumer<ViewState> show) {
        ViewState.LoadFailure unchanged = new ViewState.LoadFailure(failure, retry);
        slot.start(
                TEXT.get("setup.missing.job"),
                setup::missing,
                missing -> show.accept(missing.isEmpty() ? unchanged : missing(missing, retry)),
                // If this check fails as well, the first failure is the relevant one.
                second -> show.accept(unchanged));
    }

    private ViewState missing(Set<SetupStage> missing, Runnable retry) {
        String title;
        if (missing.contains(SetupStage.DATABASE)) {
            title = TEXT.get("setup.missing.database");
        } else if (missing.contains(SetupStage.SCHEMA)) {
            title = TEXT.get("setup.missing.schema");
        } else if (missing.contains(SetupStage.TABLE)) {
            title = TEXT.get("no-table.title", table);
        } else {
            title = TEXT.get("setup.missing.users");
        }
        return new ViewState.Empty("fth-box", title, TEXT.get("setup.missing.text"), action(), retry);
    }
}
