package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.conversations.ConversationStartResult;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageCount;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.MessageRules;
import dev.switchboard.conversations.MessageSendResult;
import dev.switchboard.conversations.Page;
import dev.switchboard.conversations.Participant;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import dev.switchboard.users.User;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code conversations}: lists conversations and messages, sends messages and starts conversations. */
@Command(name = "conversations")
final class ConversationsCommand {
    private static final Messages TEXT = Messages.of(ConversationsCommand.class);
    private static final int LINES_BETWEEN_CHECKS = 500;
    private final Invocation invocation;
    private long streamed;
    private boolean marked;

    ConversationsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Returns the command with its subcommands. */
    static CommandLine of(Invocation invocation) {
        return new CommandLine(new ConversationsCommand(invocation)).addSubcommand(new ConversationCopyCommand(invocation));
    }

    @Command(name = "list")
    int list(@Option(names = "--user", required = true, paramLabel = "HANDLE") String handle, @Mixin RangeOptions range) throws Exception {
        TimeRange time = range.range();
        boolean all = range.all();
        return invocation.run((session, progress) -> {
            User user = UserResolver.named(session, handle);
            Page<MessageGroup> page = PageCollector.groups(
                    all, range.limit(), progress, (limit, after) -> session.conversations().groups(user.uuid(), time, limit, after));
            if (invocation.json()) {
                invocation.print(ConversationFormatter.groups(user, page));
            } else if (!page.rows().isEmpty()) {
                marked = page.rows().stream().anyMatch(group -> ConversationFormatter.isMarked(group.lastMessageAt()));
                invocation.print(ConversationFormatter.table(page.rows()));
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
                invocation.print(ConversationFormatter.messages(group, page));
            } else {
                page.rows().reversed().forEach(this::print);
            }
            messageNotes(group, page.rows().size(), page.consumedReadCapacity(), page.more(), page.storedOrderDiffers());
            return ExitStatus.DONE;
        });
    }

    private void stream(Message message) {
        if (invocation.json()) {
            invocation.print(ConversationFormatter.message(message));
        } else {
            print(message);
        }
        if (++streamed % LINES_BETWEEN_CHECKS == 0) {
            invocation.stopIfOutputClosed();
        }
    }

    private void print(Message message) {
        marked |= ConversationFormatter.isMarked(message.createdAt());
        invocation.print(ConversationFormatter.line(message));
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
            UserResolver.check(MessageRules.check(text));
            MessageSendResult sent = session.sending().send(group, UserResolver.person(session, handle), text);
            if (invocation.json()) {
                invocation.print(Json.object(
                        "group", group, "message", ConversationFormatter.message(sent.message()), "groupRowsMoved",
                        sent.groupItemsUpdated(),
                        "change", sent.change()));
            } else {
                invocation.print(TEXT.get("sent", ConversationFormatter.when(sent.message().createdAt())));
            }
            if (sent.sortsBeforeLast()) {
                invocation.note(TEXT.get("sent.behind"));
            }
            if (!sent.groupItemsUpdated()) {
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
            UserResolver.check(MessageRules.check(text));
            Participant from = UserResolver.person(session, sender);
            ConversationStartResult started = session.sending().start(from, UserResolver.receiver(session, from, receiver), text);
            return switch (started) {
                case ConversationStartResult.Existing(MessageGroup group) -> throw new OperationFailedException(
                        TEXT.get("start.existing", User.bareHandle(sender), User.bareHandle(receiver), group.uuid()),
                        TEXT.get("start.existing.remedy", group.uuid(), User.bareHandle(sender)));
                case ConversationStartResult.New made -> started(made);
            };
        });
    }

    private int started(ConversationStartResult.New made) {
        if (invocation.json()) {
            invocation.print(Json.object(
                    "group", made.groupUuid(), "message", ConversationFormatter.message(made.message()), "change", made.change()));
        } else {
            invocation.print(TEXT.get("started", made.groupUuid(), ConversationFormatter.when(made.message().createdAt())));
        }
        return ExitStatus.DONE;
    }
}
