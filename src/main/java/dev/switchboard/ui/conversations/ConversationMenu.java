package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.ConversationSelection;
import dev.switchboard.conversations.Message;
import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.export.ConversationFormat;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Clipboards;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.transfer.CopyDialog;
import dev.switchboard.ui.common.transfer.TransferSubject;
import dev.switchboard.ui.conversations.message.StoredTimeFormatter;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** The menu of a conversation. */
final class ConversationMenu {
    private static final Messages TEXT = Messages.of(ConversationMenu.class);

    private ConversationMenu() {}

    static void install(MenuButton menu, ConversationsViewModel screen, UiContext context) {
        menu.getItems().setAll(
                item("menu.copy-uuid", screen, group -> Clipboards.copy(group.uuid())),
                item("menu.copy-text", screen, group -> Clipboards.copy(text(screen, context))),
                item("menu.copy-row", screen, group -> Clipboards.copy(group.item().toPrettyJson())),
                item("menu.copy-to", screen, group -> copyTo(group, context)),
                new SeparatorMenuItem(),
                item("menu.go-to-date", screen, group -> DateJump.ask(screen.messages(), context)),
                new SeparatorMenuItem(),
                item("export.markdown", screen, group -> ConversationExportAction.run(group, ConversationFormat.MARKDOWN, context)),
                item("export.json", screen, group -> ConversationExportAction.run(group, ConversationFormat.JSON, context)),
                item("export.csv", screen, group -> ConversationExportAction.run(group, ConversationFormat.CSV, context)));
    }

    private static MenuItem item(String key, ConversationsViewModel screen, Consumer<MessageGroup> action) {
        MenuItem item = new MenuItem(TEXT.get(key));
        item.setOnAction(event -> {
            MessageGroup group = screen.messages().groupProperty().get();
            if (group != null) {
                action.accept(group);
            }
        });
        return item;
    }

    /** Copies the messages and the group items of the participants to another table, usually of dev. */
    private static void copyTo(MessageGroup group, UiContext context) {
        String table = context.session().settings().messagesTable();
        context.jobs().start(
                TEXT.get("copy-to.job"),
                progress -> new ConversationSelection(context.session().items(), table).of(group.uuid(), progress),
                selections -> CopyDialog.open(
                        context, TransferSubject.selections(table, TEXT.get("copy-to.what", group.with().handle()), selections), () -> {}),
                context.dialogs()::error);
    }

    /** The loaded messages, oldest first, one per line. */
    private static String text(ConversationsViewModel screen, UiContext context) {
        return screen.messages().rows().stream().map(row -> line(row, context)).collect(Collectors.joining("\n"));
    }

    private static String line(Message row, UiContext context) {
        return StoredTimeFormatter.full(row.createdAt(), context.zone()) + "\t@" + row.from().handle() + "\t" + row.text();
    }
}
