package dev.switchboard.doctor.users;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import dev.switchboard.users.PoolUser;
import dev.switchboard.users.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code handle-duplicate}: nobody else in the same store has the handle, ignoring case. One finding for each handle and store. */
public final class DuplicateHandles implements UsersCheck {
    @Override
    public DataCheck check() {
        return DataCheck.HANDLE_DUPLICATE;
    }

    @Override
    public void users(UsersAndPool all, FindingSink sink) {
        report("pool", all.poolUsers().stream().map(PoolUser::handle).filter(Objects::nonNull).toList(), sink);
        report("postgres", all.users().stream().map(User::handle).filter(handle -> !handle.isBlank()).toList(), sink);
    }

    private void report(String store, List<String> handles, FindingSink sink) {
        Map<String, List<String>> same =
                handles.stream()
                        .collect(Collectors.groupingBy(handle -> handle.toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        same.values().stream()
                .filter(some -> some.size() > 1)
                .forEach(some -> sink.addAs(store, check(), Subject.of("handle", some.getFirst()), String.join(", ", some)));
    }
}
