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
    void the_filter_looks_at_handle_and_name_and_keeps_the_chosen_user() {
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
    void no_count_of_groups_is_asked_for_before_a_user_is_chosen() {
        fixture = ConversationsViewModelFixture.ready(home);
        int before = fixture.session.activity().calls().size();
        fixture.model.users().load();
        // One statement for all users, and nothing for each of them.
        assertThat(fixture.session.activity().calls().size() - before).isEqualTo(1);
        assertThat(fixture.model.users().counts()).isEmpty();
    }

    @Test
    void without_users_the_way_leads_to_the_database() {
        Backends backends = Backends.empty(home);
        backends.session().databaseSetup().loadSchema(Progress.NONE);
        fixture = new ConversationsViewModelFixture(backends);
        fixture.model.users().load();
        assertThat(fixture.model.users().screenStateProperty().get())
                .isInstanceOfSatisfying(ViewState.Empty.class, empty -> empty.action().run().run());
        assertThat(fixture.navigation).containsExactly("database");
    }
}
