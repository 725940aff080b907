package dev.switchboard.ui.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.Backends;
import dev.switchboard.users.User;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationUsersViewModelTest {
    @TempDir
    Path home;
    @AutoClose private ConversationsViewModelFixture fixture;

    @Test
    void filterMatchesHandleAndNameAndKeepsSelection() {
        fixture = ConversationsViewModelFixture.ready(home).as("ada");
        ConversationUsersViewModel model = fixture.model.users();
        model.filterProperty().set("KELL");
        assertThat(model.shown()).extracting(User::handle).containsExactly("bruno");
        assertThat(model.chosen().get().handle()).isEqualTo("ada");
        model.filterProperty().set("@chi");
        assertThat(model.shown()).extracting(User::handle).containsExactly("chidi");
        model.filterProperty().set("zzz");
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(ViewState.Empty.class, empty -> empty.action().run().run());
        assertThat(model.shown()).hasSameSizeAs(model.all());
    }

    @Test
    void conversationsAreNotCountedBeforeSelection() {
        fixture = ConversationsViewModelFixture.ready(home);
        int before = fixture.session.activity().calls().size();
        fixture.model.users().load();
        // One statement for all users, and none per user.
        assertThat(fixture.session.activity().calls().size() - before).isEqualTo(1);
        assertThat(fixture.model.users().counts()).isEmpty();
    }

    @Test
    void emptyUsersLeadToDatabase() {
        Backends backends = Backends.empty(home);
        backends.session().databaseSetup().loadSchema(Progress.NONE);
        fixture = new ConversationsViewModelFixture(backends);
        fixture.model.users().load();
        assertThat(fixture.model.users().screenStateProperty().get())
                .isInstanceOfSatisfying(ViewState.Empty.class, empty -> empty.action().run().run());
        assertThat(fixture.navigation).containsExactly("database");
    }
}
