package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.job.JobRunner;
import dev.switchboard.session.Session;
import dev.switchboard.ui.common.MissingTableDetector;
import dev.switchboard.ui.common.UiJobs;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.users.User;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The view model of the screen on real engines, without a window. */
final class ConversationsViewModelFixture implements AutoCloseable {
    final Backends backends;
    final Session session;
    final RawConversationWriter story;
    final ConversationsViewModel model;
    final List<String> navigation = new ArrayList<>();
    /** The changes for which Undo was offered. */
    final List<String> written = new ArrayList<>();

    ConversationsViewModelFixture(Backends backends) {
        this.backends = backends;
        session = backends.session();
        story = new RawConversationWriter(session);
        model = model(session, new UiJobs(JobRunner.onCallingThread(), Runnable::run, session.explanations()));
    }

    /** A fixture with the sample users and an empty table. */
    static ConversationsViewModelFixture ready(Path home) {
        return new ConversationsViewModelFixture(Backends.ready(home));
    }

    /** Creates another model, such as for a session with an unreachable backend. */
    ConversationsViewModel model(Session on, UiJobs jobs) {
        MissingTableDetector problems =
                new MissingTableDetector(on.tables(), on.settings().messagesTable(), jobs, () -> navigation.add("tables"));
        return new ConversationsViewModel(
                on.users(), on.conversations(), on.sending(), problems, jobs, new ConversationsViewModel.Navigation() {
                    @Override
                    public void toDatabase() {
                        navigation.add("database");
                    }

                    @Override
                    public void toSeeding(String from) {
                        navigation.add("seeding from " + from);
                    }

                    @Override
                    public void written(String change) {
                        written.add(change);
                    }
                });
    }

    @Override
    public void close() {
        backends.close();
    }

    User user(String handle) {
        return backends.user(handle);
    }

    /** Loads the users and selects one. */
    ConversationsViewModelFixture as(String handle) {
        model.open(handle, null);
        return this;
    }

    /** Selects the conversation with a user. */
    void with(String handle) {
        model.groups().chosen().pick(row(handle));
    }

    MessageGroup row(String handle) {
        return model.groups().rows().stream().filter(row -> row.with().handle().equals(handle)).findFirst().orElseThrow();
    }

    /** The conversations of a user as stored in the table. */
    List<MessageGroup> stored(String handle) {
        return session.conversations().groups(user(handle).uuid(), new TimeRange.All(), 100, null).rows();
    }
}
