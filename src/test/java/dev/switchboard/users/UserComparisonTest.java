package dev.switchboard.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.users.UserComparison.UserMatch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Row {@code db/update_cognito_user_ids}: compare first, with every category. */
class UserComparisonTest {
    private static PoolUser login(String name, String handle) {
        return new PoolUser(name, "sub-" + name, handle, name + "@example.org", "CONFIRMED", true);
    }

    private static User user(String handle, String cognitoId) {
        return new User("uuid-" + handle, handle, handle, null, cognitoId, Instant.EPOCH);
    }

    @Test
    void eachLoginAndUserStandsInItsCategory() {
        UserComparison comparison = UserComparison.of(
                List.of(
                        login("a", "same"), login("b", "changed"), login("c", "fresh"), login("d", "nobody"), login("e", null),
                        login("f", "twice"), login("g", "twice")),
                List.of(user("same", "sub-a"), user("changed", "sub-old"), user("fresh", "MOCK"), user("twice", "MOCK"),
                        user("alone", "x")));
        assertThat(comparison.same()).extracting(UserMatch::handle).containsExactly("same");
        assertThat(comparison.changed()).containsExactly(new UserMatch("changed", "sub-b", "uuid-changed", "sub-old", "b"));
        assertThat(comparison.added()).containsExactly(new UserMatch("fresh", "sub-c", "uuid-fresh", "MOCK", "c"));
        assertThat(comparison.unknownHandle()).extracting(UserMatch::handle).containsExactly("nobody");
        assertThat(comparison.noHandle()).extracting(UserMatch::username).containsExactly("e");
        assertThat(comparison.duplicateHandle()).extracting(UserMatch::cognitoSub).containsExactly("sub-f", "sub-g");
        assertThat(comparison.onlyInPostgres()).containsExactly(new UserMatch("alone", null, "uuid-alone", "x", ""));
        assertThat(comparison.toApply()).extracting(UserMatch::handle).containsExactly("fresh", "changed");
        assertThat(comparison.hasDifferences()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"MOCK", "", "  "})
    void withoutAnIdOfItsOwnAUserIsNew(String cognitoId) {
        assertThat(UserComparison.of(List.of(login("a", "ada")), List.of(user("ada", cognitoId))).added()).hasSize(1);
    }

    @Test
    void handlesCompareExactly() {
        UserComparison comparison = UserComparison.of(List.of(login("a", "Ada"), login("b", "ada ")), List.of(user("ada", "MOCK")));
        assertThat(comparison.unknownHandle()).hasSize(2);
        assertThat(comparison.onlyInPostgres()).hasSize(1);
        assertThat(comparison.toApply()).isEmpty();
    }

    @Test
    void aHandleThatTwoUsersHaveIsLeftAlone() {
        UserComparison comparison = UserComparison.of(List.of(login("a", "ada")), List.of(user("ada", "MOCK"), user("ada", "x")));
        assertThat(comparison.duplicateHandle()).hasSize(1);
        assertThat(comparison.toApply()).isEmpty();
    }

    @Test
    void aLoginWhoseIdIsNotToldIsLeftAlone() {
        PoolUser without = new PoolUser("a", null, "ada", null, "CONFIRMED", true);
        assertThat(UserComparison.of(List.of(without), List.of(user("ada", "MOCK"))).noHandle()).hasSize(1);
    }

    @Test
    void whereAllFitsThereIsNothingToLookAt() {
        assertThat(UserComparison.of(List.of(login("a", "ada")), List.of(user("ada", "sub-a"))).hasDifferences()).isFalse();
        assertThat(UserComparison.of(List.of(), List.of()).hasDifferences()).isFalse();
    }
}
