package dev.switchboard.doctor.inspection;

import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.data.Fact;
import dev.switchboard.doctor.data.FindingSink;
import dev.switchboard.doctor.data.Hashes;
import dev.switchboard.doctor.data.LongSet;
import dev.switchboard.doctor.data.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code message-duplicate}: a message is stored once. What sorts after another one with the same UUID, or with the same sender, text and
 * instant, is the finding.
 */
final class DuplicateMessages implements ConversationCheck {
    private static final long UUIDS = 1;
    private static final long CONTENTS = 2;

    @Override
    public DataCheck check() {
        return DataCheck.MESSAGE_DUPLICATE;
    }

    @Override
    public boolean readsAllMessages() {
        return true;
    }

    @Override
    public Probe probe(ConversationRows rows) {
        LongSet seen = new LongSet();
        return new Probe() {
            @Override
            public void message(Fact.MessageFact message, FindingSink sink) {
                boolean newUuid = message.uuid().isEmpty() || seen.add(Hashes.of(UUIDS, message.uuid()));
                @Nullable Instant instant = message.time().instant();
                boolean newContent = instant == null || seen.add(content(message, instant));
                if (!newUuid) {
                    sink.addAs("uuid", check(), Subject.message(message));
                } else if (!newContent) {
                    sink.addAs("content", check(), Subject.message(message));
                }
            }
        };
    }

    private static long content(Fact.MessageFact message, Instant instant) {
        long sender = Hashes.of(CONTENTS, message.person());
        return Hashes.of(Hashes.of(Hashes.of(sender, message.text()), instant.getEpochSecond()), instant.getNano());
    }
}
