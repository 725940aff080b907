package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.DataSummary;
import dev.switchboard.doctor.data.Finding;
import dev.switchboard.text.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints the results of checks. */
final class DoctorReportPrinter {
    private static final Messages TEXT = Messages.of(DoctorReportPrinter.class);

    /** The number of findings of a check that a person is shown. */
    private static final int SHOWN = 10;

    private final Invocation invocation;

    DoctorReportPrinter(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Prints a report and returns the exit status. */
    int print(DoctorReport report) {
        if (invocation.json()) {
            invocation.print(Json.object("checks", report.results().stream().map(DoctorReportPrinter::document).toList()));
        } else {
            table(report);
            report.results().forEach(this::findings);
            report.results().stream()
                    .filter(check -> check.repair() != null)
                    .forEach(check -> invocation.print(
                            TEXT.get("check.repair", check.count() > 0 ? check.title() : String.valueOf(check.repairTitle()),
                                    String.valueOf(check.repair()))));
        }
        DataSummary summary = report.summary();
        if (summary.items() > 0) {
            invocation.note(TEXT.get("doctor.read", summary.items(), summary.consumedReadCapacity()));
        }
        return report.results().stream().anyMatch(CheckResult::isFinding) ? ExitStatus.FINDINGS : ExitStatus.DONE;
    }

    private void table(DoctorReport report) {
        TextTable table = new TextTable("STATE", "CHECK", ">MS", "WHAT WAS FOUND");
        for (CheckResult check : report.results()) {
            table.row(TEXT.get("check." + check.state().code()), check.title(), check.took().toMillis(), check.detail());
        }
        invocation.print(table);
    }

    private void findings(CheckResult check) {
        if (check.count() == 0) {
            return;
        }
        invocation.print("");
        invocation.print(TEXT.get("doctor.findings", check.title(), check.id(), check.count()));
        check.findings().listed().stream().limit(SHOWN).forEach(finding -> invocation.print("  " + line(finding)));
        if (check.count() > SHOWN) {
            invocation.print("  " + TEXT.get("doctor.findings.more", check.count() - SHOWN));
        }
    }

    /** One line: what is wrong, and where. */
    static String line(Finding finding) {
        StringBuilder line = new StringBuilder(finding.detail()).append(" (");
        finding.subject().forEach((name, value) -> {
            if (!name.equals("key") || finding.subject().size() == 1) {
                line.append(line.charAt(line.length() - 1) == '(' ? "" : ", ").append(name).append(' ').append(value);
            }
        });
        return line.append(')').toString();
    }

    private static Map<String, @Nullable Object> document(CheckResult check) {
        return Json.object(
                "id", check.id(),
                "title", check.title(),
                "state", check.state().code(),
                "detail", check.detail(),
                "repair", check.repair(),
                "count", check.count(),
                "findings", check.findings().listed().stream().map(DoctorReportPrinter::document).toList());
    }

    static Map<String, @Nullable Object> document(Finding finding) {
        return Json.object("subject", finding.subject(), "detail", finding.detail());
    }
}
