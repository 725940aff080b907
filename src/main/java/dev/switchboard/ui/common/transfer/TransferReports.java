package dev.switchboard.ui.common.transfer;

import dev.switchboard.text.Messages;
import dev.switchboard.transfer.ImportReport;

/** Says what an import or a copy did. */
final class TransferReports {
    private static final Messages TEXT = Messages.of(TransferReports.class);

    private TransferReports() {}

    /** One or more sentences with the counts that are not 0. */
    static String words(ImportReport report, String table) {
        StringBuilder text = new StringBuilder(TEXT.get("report.written", report.written(), table, report.replaced()));
        add(text, "report.skipped", report.skipped());
        add(text, "report.rejected", report.rejected());
        add(text, "report.resumed", report.resumed());
        return text.toString();
    }

    private static void add(StringBuilder text, String key, long count) {
        if (count > 0) {
            text.append(' ').append(TEXT.get(key, count));
        }
    }
}
