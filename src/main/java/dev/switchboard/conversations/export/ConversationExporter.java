package dev.switchboard.conversations.export;

import dev.switchboard.conversations.ConversationQueries;
import dev.switchboard.conversations.MessageCount;
import dev.switchboard.conversations.TimeRange;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** Exports all messages of a conversation, oldest first, in bounded memory. The file gets its name when it is complete. */
public final class ConversationExporter {
    private static final Messages TEXT = Messages.of(ConversationExporter.class);
    private final ConversationQueries queries;

    public ConversationExporter(ConversationQueries queries) {
        this.queries = queries;
    }

    /**
     * Exports a conversation and replaces a file of that name.
     *
     * @param title the heading, where the format has one
     * @param zone the zone of the times, where the format does not have them as stored
     * @param progress receives the number of messages read
     * @throws dev.switchboard.failure.OperationCancelledException on request; nothing is left then
     * @throws OperationFailedException if the file cannot be written
     */
    public ConversationExport export(String group, String title, ConversationFormat format, ZoneId zone, Path file, Progress progress) {
        try (NewFile whole = NewFile.at(file)) {
            MessageCount count;
            try (Writer out = new BufferedWriter(new OutputStreamWriter(whole.output(), StandardCharsets.UTF_8))) {
                MessageWriter writer = format.writer(out, group, title, zone);
                count = queries.eachMessage(group, new TimeRange.All(), message -> {
                    try {
                        writer.write(message);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }, progress);
                writer.end();
            }
            progress.stopIfCancelled();
            whole.replace();
            return new ConversationExport(file, count.messages(), Files.size(file), count.consumedReadCapacity());
        } catch (IOException | UncheckedIOException e) {
            throw new OperationFailedException(
                    TEXT.get("export.unwritable", file, String.valueOf(e.getMessage())), TEXT.get("export.unwritable.remedy"), e);
        }
    }
}
