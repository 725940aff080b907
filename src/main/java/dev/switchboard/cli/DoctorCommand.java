package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.cli.terminal.TextTable;
import dev.switchboard.doctor.CheckResult;
import dev.switchboard.doctor.CheckState;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: runs the health checks in order of their dependencies, and their repairs. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(DoctorCommand.class);
    private final Invocation invocation;

    @Option(names = "--repair", paramLabel = "CHECK")
    private @Nullable String repair;

    DoctorCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        String wanted = repair;
        return wanted == null ? check() : repair(wanted);
    }

    private int check() throws Exception {
        return invocation.run((session, progress) -> {
            List<CheckResult> checks = session.doctor().check(progress, check -> {});
            if (invocation.json()) {
                invocation.print(Json.object("checks", checks.stream().map(DoctorCommand::document).toList()));
            } else {
                print(checks);
            }
            return checks.stream().anyMatch(DoctorCommand::isFinding) ? ExitStatus.FINDINGS : ExitStatus.DONE;
        });
    }

    private void print(List<CheckResult> checks) {
        TextTable table = new TextTable("STATE", "CHECK", ">MS", "WHAT WAS FOUND");
        for (CheckResult check : checks) {
            table.row(TEXT.get("check." + code(check.state())), check.title(), check.took().toMillis(), check.detail());
        }
        invocation.print(table);
        checks.stream()
                .filter(check -> check.repair() != null)
                .forEach(check -> invocation.print(
                        TEXT.get("check.repair", String.valueOf(check.repairTitle()), String.valueOf(check.repair()))));
    }

    private int repair(String wanted) throws Exception {
        return invocation.run((session, progress) -> {
            String did = session.doctor().repair(wanted, progress);
            if (invocation.json()) {
                invocation.print(Json.object("repaired", wanted, "did", did));
            } else {
                invocation.print(did);
            }
            return ExitStatus.DONE;
        });
    }

    private static boolean isFinding(CheckResult check) {
        return check.state() == CheckState.FAILED || check.state() == CheckState.WARNING;
    }

    private static Map<String, @Nullable Object> document(CheckResult check) {
        return Json.object(
                "id", check.id(),
                "title", check.title(),
                "state", code(check.state()),
                "detail", check.detail(),
                "repair", check.repair());
    }

    private static String code(CheckState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
