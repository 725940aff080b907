package dev.switchboard.cli;

import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageCount;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.Person;
import dev.switchboard.conversations.Sent;
import dev.switchboard.conversations.Started;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.failure.Failed;
import dev.switchboard.text.Messages;
import dev.switchboard.users.User;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code conversations}: a user's groups, a group's messages, sending and starting. */
@Command(name = "conversations")
final class ConversationsCommand {
    private static final Messages TEXT = Messages.of(ConversationsCommand.class);
    private static final int LINES_BETWEEN_LOOKS = 500;
    private final Invocation invocation;
    private long streamed;
    private boolean marked;

    ConversationsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Command(name = "list")
    int list(@Option(names = "--user", required = true, paramLabel = "HANDLE") String handle, @Mixin RangeOptions range) throws Exception {
        TimeRange time = range.range();
        boolean all = range.all();
        return invocation.run((session, progress) -> {
            User user = People.named(session, handle);
            Page<MessageGroup> page = Paging.groups(
                    all, range.limit(), progress, (limit, after) -> session.conversations().groups(user.uuid(), time, limit, after));
            if (invocation.json()) {
                invocation.print(ConversationText.groups(user, page));
            } else if (!page.rows().isEmpty()) {
                marked = page.rows().stream().anyMatch(group -> ConversationText.isMarked(group.lastMessageAt()));
                invocation.print(ConversationText.table(page.rows()));
            }
            if (page.rows().isEmpty()) {
                invocation.note(TEXT.get("conversations.none", user.handle()));
            }
            notes(page.consumedReadCapacity(), page.more(), page.storedOrderDiffers());
            return ExitStatus.DONE;
        });
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "GROUP") String group, @Mixin RangeOptions range) throws Exception {
        TimeRange time = range.range();
        boolean all = range.all();
        return invocation.run((session, progress) -> {
            if (all) {
                MessageCount count = session.conversations().eachMessage(group, time, this::stream, progress);
                messageNotes(group, count.messages(), count.consumedReadCapacity(), false, count.storedOrderDiffers());
                return ExitStatus.DONE;
            }
            Page<Message> page = session.conversations().messages(group, time, range.limit(), null);
            if (invocation.json()) {
                invocation.print(ConversationText.messages(group, page));
            } else {
                page.rows().reversed().forEach(this::print);
            }
            messageNotes(group, page.rows().size(), page.consumedReadCapacity(), page.more(), page.storedOrderDiffers());
            return ExitStatus.DONE;
        });
    }

    private void stream(Message message) {
        if (invocation.json()) {
            invocation.print(ConversationText.message(message));
        } else {
            print(message);
        }
        if (++streamed % LINES_BETWEEN_LOOKS == 0) {
            invocation.stopWhereNobodyReads();
        }
    }

    private void print(Message message) {
        marked |= ConversationText.isMarked(message.createdAt());
        invocation.print(ConversationText.line(message));
    }

    private void messageNotes(String group, long messages, double capacity, boolean more, boolean orderDiffers) {
        if (messages == 0) {
            invocation.note(TEXT.get("messages.none", group));
        }
        notes(capacity, more, orderDiffers);
    }

    private void notes(double capacity, boolean more, boolean orderDiffers) {
        if (more) {
            invocation.note(TEXT.get("page.more"));
        }
        if (marked) {
            invocation.note(TEXT.get("page.marked"));
        }
        if (orderDiffers) {
            invocation.note(TEXT.get("page.order-differs"));
        }
        invocation.note(TEXT.get("page.capacity", capacity));
    }

    @Command(name = "send")
    int send(
            @Parameters(paramLabel = "GROUP") String group,
            @Option(names = "--as", required = true, paramLabel = "HANDLE") String handle,
            @Parameters(paramLabel = "TEXT") String text)
            throws Exception {
        return invocation.run((session, progress) -> {
            People.check(MessageRules.check(text));
            Sent sent = session.sending().send(group, People.person(session, handle), text);
            if (invocation.json()) {
                invocation.print(Json.object(
                        "group", group, "message", ConversationText.message(sent.message()), "groupRowsMoved", sent.groupRowsMoved(), "change", sent.change()));
            } else {
                invocation.print(TEXT.get("sent", ConversationText.when(sent.message().createdAt())));
            }
            if (sent.sortsBeforeLast()) {
                invocation.note(TEXT.get("sent.behind"));
            }
            if (!sent.groupRowsMoved()) {
                invocation.note(TEXT.get("sent.stream"));
            }
            return ExitStatus.DONE;
        });
    }

    @Command(name = "start")
    int start(
            @Option(names = "--as", required = true, paramLabel = "HANDLE") String sender,
            @Option(names = "--to", required = true, paramLabel = "HANDLE") String receiver,
            @Parameters(paramLabel = "TEXT") String text)
            throws Exception {
        return invocation.run((session, progress) -> {
            People.check(MessageRules.check(text));
            Person from = People.person(session, sender);
            Started started = session.sending().start(from, People.receiver(session, from, receiver), text);
            return switch (started) {
                case Started.Existing(MessageGroup group) -> throw new Failed(
                        TEXT.get("start.existing", People.bare(sender), People.bare(receiver), group.uuid()),
                        TEXT.get("start.existing.remedy", group.uuid(), People.bare(sender)));
                case Started.New made -> started(made);
            };
        });
    }

    private int started(Started.New made) {
        if (invocation.json()) {
            invocation.print(Json.object(
                    "group", made.groupUuid(), "message", ConversationText.message(made.message()), "change", made.change()));
        } else {
            invocation.print(TEXT.get("started", made.groupUuid(), ConversationText.when(made.message().createdAt())));
        }
        return ExitStatus.DONE;
    }
}
