package dev.switchboard.ui.conversations.message;

import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.text.Messages;
import dev.switchboard.ui.common.UiContext;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens links of messages in the browser of the platform, after it was shown where they lead. */
public final class LinkOpener {
    private static final Messages TEXT = Messages.of(LinkOpener.class);

    private LinkOpener() {}

    /** Asks whether to open a link, and opens it. */
    public static void open(UiContext context, URI link) {
        boolean agreed = context.dialogs().confirm(
                TEXT.get("link.title"), TEXT.get("link.text", link.getHost(), link.toASCIIString()), TEXT.get("link.action"));
        if (agreed) {
            context.jobs().start(TEXT.get("link.job"), progress -> start(link), done -> {}, context.dialogs()::error);
        }
    }

    private static boolean start(URI link) {
        try {
            ProcessBuilder command = new ProcessBuilder(command(System.getProperty("os.name", ""), link));
            return command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().isAlive();
        } catch (IOException e) {
            throw new OperationFailedException(TEXT.get("link.failed"), TEXT.get("link.failed.remedy", link.toASCIIString()), e);
        }
    }

    /** The command of a platform. No shell reads the link. */
    static List<String> command(String system, URI link) {
        String name = system.toLowerCase(Locale.ROOT);
        String target = link.toASCIIString();
        if (name.contains("mac")) {
            return List.of("open", target);
        }
        return name.contains("windows") ? List.of("rundll32.exe", "url.dll,FileProtocolHandler", target) : List.of("xdg-open", target);
    }
}
