package dev.switchboard.doctor.inspection;

import dev.switchboard.conversations.MessagesTableItem;
import dev.switchboard.conversations.Participant;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Subject;
import dev.switchboard.text.Quote;
import dev.switchboard.users.User;
import org.jspecify.annotations.Nullable;

/** {@code user-renamed}: the names copied to an item are those in PostgreSQL, as far as it has them. */
final class RenamedUsers implements ItemCheck {
    private final UserIndex users;

    RenamedUsers(UserIndex users) {
        this.users = users;
    }

    @Override
    public DataCheck check() {
        return DataCheck.USER_RENAMED;
    }

    @Override
    public void item(MessagesTableItem item, FindingSink sink) {
        switch (item) {
            case MessagesTableItem.GroupRow row -> compare(row.other(), Subject.row(Fact.RowFact.of(row)), sink);
            case MessagesTableItem.GroupMessage message ->
                compare(message.sender(), Subject.message(Fact.MessageFact.of(message)), sink);
            case MessagesTableItem.Unknown unknown -> {}
        }
    }

    private void compare(Participant copied, Subject subject, FindingSink sink) {
        @Nullable User user = users.known(copied.uuid());
        if (user == null || !differs(copied, user)) {
            return;
        }
        @Nullable User now = users.current(copied.uuid());
        if (now != null && differs(copied, now)) {
            sink.add(
                    check(),
                    subject.with("user", copied.uuid()).with("handle", copied.handle()),
                    Quote.of(copied.handle()),
                    Quote.of(copied.displayName()),
                    Quote.of(now.handle()),
                    Quote.of(now.displayName()));
        }
    }

    /** Whether a copied name differs from one that PostgreSQL has. */
    static boolean differs(Participant copied, User user) {
        return (!user.handle().isEmpty() && !user.handle().equals(copied.handle()))
                || (!user.displayName().isEmpty() && !user.displayName().equals(copied.displayName()));
    }
}
