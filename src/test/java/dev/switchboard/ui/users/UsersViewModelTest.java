package dev.switchboard.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.job.Progress;
import dev.switchboard.local.userpool.LocalPoolUser;
import dev.switchboard.postgres.admin.DatabaseDropRequest;
import dev.switchboard.session.DataChange;
import dev.switchboard.settings.Environment;
import dev.switchboard.settings.Setting;
import dev.switchboard.testing.TestPoolUsers;
import dev.switchboard.ui.common.ViewState;
import dev.switchboard.ui.testing.TestContext;
import dev.switchboard.users.User;
import dev.switchboard.users.UserComparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersViewModelTest {
    private final List<String> shownFirst = new ArrayList<>();
    private boolean agrees = true;
    @TempDir
    Path home;

    private UsersViewModel model(TestContext test) {
        return new UsersViewModel(test.context(), this::agree);
    }

    private boolean agree(String action, UserComparison comparison) {
        shownFirst.add(action + ": " + comparison.added().size() + " new, " + comparison.changed().size() + " changed");
        return agrees;
    }

    @Test
    void postgresUsersAreShownBeforeComparison() {
        UsersViewModel model = model(new UsersFixture(home).filled().context(Environment.DEV));
        model.refresh();
        assertThat(model.rows()).hasSize(6).allSatisfy(row -> assertThat(row.state()).isEqualTo(UserState.NOT_COMPARED));
        assertThat(model.rows()).extracting(UserRow::shownHandle).startsWith("@ada", "@bruno");
        assertThat(model.rows()).as("PostgreSQL’s value is never that of the pool").allSatisfy(row -> assertThat(row.poolId()).isEmpty());
        assertThat(model.changes()).isZero();
    }

    @Test
    void compareAssignsStateToEveryUser() {
        UsersViewModel model = model(new UsersFixture(home).filled().withStaleBruno().context(Environment.DEV));
        model.refresh();
        model.compare();
        assertThat(model.countsProperty().get())
                .containsEntry(UserState.NEW, 1)
                .containsEntry(UserState.CHANGED, 1)
                .containsEntry(UserState.HANDLE_TWICE, 2)
                .containsEntry(UserState.NO_HANDLE, 1)
                .containsEntry(UserState.NO_SUCH_HANDLE, 1)
                .containsEntry(UserState.ONLY_IN_POSTGRES, 3)
                .doesNotContainKey(UserState.SAME);
        assertThat(model.changes()).isEqualTo(2);
        UserRow bruno = model.rows().stream().filter(row -> row.handle().equals("bruno")).findFirst().orElseThrow();
        assertThat(bruno.displayName()).isEqualTo("Bruno Keller");
        assertThat(bruno.postgresId()).isEqualTo("an-older-id");
        assertThat(bruno.poolId()).startsWith("1a000000");
    }

    @Test
    void chipAndFilterAreCombined() {
        UsersViewModel model = model(new UsersFixture(home).filled().context(Environment.DEV));
        model.compare();
        model.onlyProperty().set(UserState.ONLY_IN_POSTGRES);
        assertThat(model.shown()).extracting(UserRow::handle).containsExactly("dora", "emre", "finn");
        model.filterProperty().set("@EMRE");
        assertThat(model.shown()).extracting(UserRow::displayName).containsExactly("Emre Aydın");
        model.onlyProperty().set(null);
        model.filterProperty().set("1a000000");
        assertThat(model.shown()).as("the filter searches IDs too").hasSize(6);
    }

    @Test
    void syncShowsPreviewAndWritesOnce() {
        TestContext test = new UsersFixture(home).filled().withStaleBruno().context(Environment.DEV);
        UsersViewModel model = model(test);
        model.compare();
        model.sync();
        assertThat(shownFirst).containsExactly("Sync 2 users: 1 new, 1 changed");
        assertThat(model.countsProperty().get()).containsEntry(UserState.SAME, 2).doesNotContainKeys(UserState.NEW, UserState.CHANGED);
        assertThat(model.noteProperty().get()).as("said once, in the notification with Undo").isNull();
        assertThat(test.notices().said).singleElement().asString().contains("Undo");
        model.sync();
        assertThat(shownFirst).as("no repeated confirmation").hasSize(1);
    }

    @Test
    void declinedSyncWritesNothing() {
        UsersViewModel model = model(new UsersFixture(home).filled().context(Environment.DEV));
        agrees = false;
        model.compare();
        model.sync();
        model.compare();
        assertThat(model.countsProperty().get()).containsEntry(UserState.NEW, 2);
    }

    @Test
    void lockedPrdRejectsSyncBelowTheUi() {
        UsersFixture fixture = new UsersFixture(home).filled();
        UsersViewModel model = model(fixture.context(Environment.PRD));
        model.compare();
        model.sync();
        assertThat(model.noteProperty().get().bad()).isTrue();
        assertThat(model.noteProperty().get().text()).contains("locked");
        model.dismissNote();
        assertThat(model.noteProperty().get()).isNull();
        model.compare();
        assertThat(model.countsProperty().get()).containsEntry(UserState.NEW, 2);
    }

    @Test
    void missingSchemaIsExplained() {
        UsersViewModel model = model(new UsersFixture(home).context(Environment.DEV));
        model.refresh();
        ViewState.LoadFailure trouble = (ViewState.LoadFailure) model.stateProperty().get();
        assertThat(trouble.explanation().expected()).isTrue();
        assertThat(trouble.explanation().remedy()).isNotBlank();
    }

    @Test
    void unreachableUserPoolKeepsUsersVisible() {
        UsersFixture fixture = new UsersFixture(home).filled();
        fixture.settings.put(Setting.COGNITO_ENDPOINT, "http://127.0.0.1:9");
        UsersViewModel model = model(fixture.context(Environment.DEV));
        model.refresh();
        model.compare();
        assertThat(model.rows()).hasSize(6);
        assertThat(model.noteProperty().get().bad()).isTrue();
    }

    @Test
    void opensConversationsOfUser() {
        TestContext test = new UsersFixture(home).filled().context(Environment.DEV);
        UsersViewModel model = model(test);
        model.refresh();
        model.openConversations(model.rows().getFirst());
        assertThat(test.navigator().ways).containsExactly("conversations {user=ada}");
    }

    @Test
    void everyPageOfUserPoolIsRead() {
        List<LocalPoolUser> logins = IntStream.range(0, 1000)
                .mapToObj(i -> TestPoolUsers.of("sub-" + i, i % 7 == 0 ? null : "user" + i))
                .toList();
        UsersViewModel model = model(new UsersFixture(home, logins).filled().context(Environment.DEV));
        model.compare();
        assertThat(model.rows()).hasSize(1006);
        assertThat(model.countsProperty().get()).containsEntry(UserState.NO_HANDLE, 143).containsEntry(UserState.NO_SUCH_HANDLE, 857);
    }

    @Test
    void fiftyThousandUsersAreCountedAndSorted() {
        List<User> users = IntStream.range(0, 50_000)
                .mapToObj(i -> new User("uuid-" + i, "Name " + i, "User" + i, null, "sub-" + i, java.time.Instant.EPOCH))
                .toList();
        List<UserComparison.UserMatch> same = users.stream()
                .map(user -> new UserComparison.UserMatch(user.handle(), user.cognitoSub(), user.uuid(), user.cognitoSub(), "login"))
                .toList();
        List<UserRow> rows =
                UserRows.of(users, new UserComparison(same, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
        assertThat(rows).hasSize(50_000);
        assertThat(rows.getFirst().handle()).isEqualTo("User0");
        assertThat(rows.getLast().handle()).isEqualTo("User9999");
        assertThat(rows.getLast().displayName()).isEqualTo("Name 9999");
    }

    @Test
    void rowsThatChangedElsewhereAreNotShownAsTheyWereCompared() {
        UsersFixture fixture = new UsersFixture(home).filled();
        TestContext test = fixture.context(Environment.DEV);
        UsersViewModel model = model(test);
        model.compare();
        assertThat(model.changes()).isEqualTo(2);
        List<DataChange> told = new ArrayList<>();
        try (var _ = test.context().session().published().subscribe(told::add)) {
            test.context().session().sqlRunner().run("UPDATE public.users SET handle = 'adele' WHERE handle = 'ada'", Progress.NONE);
        }
        assertThat(told).anyMatch(DataChange.Users.class::isInstance).anyMatch(DataChange.Database.class::isInstance);
        model.changed(Set.copyOf(told));
        assertThat(model.rows()).hasSize(6).allSatisfy(row -> assertThat(row.state()).isEqualTo(UserState.NOT_COMPARED));
        assertThat(model.changes()).as("no sync of what was compared before").isZero();
        assertThat(model.noteProperty().get().text()).contains("Compare again");
    }

    @Test
    void usersOfADroppedDatabaseAreNotOfferedForASync() {
        UsersFixture fixture = new UsersFixture(home).filled();
        TestContext test = fixture.context(Environment.DEV);
        UsersViewModel model = model(test);
        model.compare();
        String name = test.context().session().database().url().database();
        List<DataChange> told = new ArrayList<>();
        try (var _ = test.context().session().published().subscribe(told::add)) {
            test.context().session().databaseAdministrator().drop(new DatabaseDropRequest(name, true), Progress.NONE);
        }
        model.changed(Set.copyOf(told));
        assertThat(model.rows()).isEmpty();
        assertThat(model.changes()).isZero();
        assertThat(model.asOf().property().get()).isNull();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.LoadFailure.class);
    }

    @Test
    void ownSyncKeepsItsComparison() {
        TestContext test = new UsersFixture(home).filled().context(Environment.DEV);
        UsersViewModel model = model(test);
        model.compare();
        List<DataChange> told = new ArrayList<>();
        try (var _ = test.context().session().published().subscribe(told::add)) {
            model.sync();
        }
        model.changed(told.stream().filter(DataChange.Users.class::isInstance).collect(Collectors.toSet()));
        assertThat(model.comparisonProperty().get()).isNotNull();
        assertThat(model.countsProperty().get()).containsEntry(UserState.SAME, 2);
    }
}
