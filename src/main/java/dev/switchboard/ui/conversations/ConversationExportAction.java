package dev.switchboard.ui.conversations;

import dev.switchboard.conversations.MessageGroup;
import dev.switchboard.conversations.export.ConversationExport;
import dev.switchboard.conversations.export.ConversationExporter;
import dev.switchboard.conversations.export.ConversationFormat;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.Formats;
import dev.switchboard.ui.common.UiContext;
import dev.switchboard.ui.common.transfer.FolderOpener;
import dev.switchboard.ui.conversations.message.ParticipantNames;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/** Exports the open conversation to a file, as a job that can be canceled in the job bar. */
final class ConversationExportAction {
    private static final Messages TEXT = Messages.of(ConversationExportAction.class);

    private ConversationExportAction() {}

    static void run(MessageGroup group, ConversationFormat format, UiContext context) {
        String handle = group.with().handle().isEmpty() ? group.uuid() : group.with().handle();
        String name = "conversation-" + handle.replaceAll("[^A-Za-z0-9._-]", "_") + "." + format.extension();
        Optional<Path> file = context.dialogs().saveFile(
                TEXT.get("export.title"), name, TEXT.get("export.kind." + format.code()), "*." + format.extension());
        file.ifPresent(path -> start(group, format, path, context));
    }

    private static void start(MessageGroup group, ConversationFormat format, Path file, UiContext context) {
        ConversationExporter exporter = new ConversationExporter(context.session().conversations());
        ZoneId zone = context.zone();
        String title = TEXT.get("export.heading", ParticipantNames.name(group.with()), Formats.zone(zone));
        context.jobs().start(
                TEXT.get("export.job", ParticipantNames.name(group.with())),
                progress -> exporter.export(group.uuid(), title, format, zone, file, progress),
                done -> tell(done, context),
                context.dialogs()::error);
    }

    private static void tell(ConversationExport done, UiContext context) {
        String text = TEXT.get("export.done", done.messages(), String.valueOf(done.file().getFileName()), Formats.bytes(done.bytes()),
                Formats.capacity(done.consumedReadCapacity()));
        context.notices().done(text, TEXT.get("export.folder"), () -> FolderOpener.open(context, done.file()));
    }
}
