package dev.switchboard.cli;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.doctor.CheckScope;
import dev.switchboard.doctor.DoctorReport;
import dev.switchboard.doctor.data.DataCheck;
import dev.switchboard.doctor.repair.RepairChoice;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code doctor}: runs the checks of the environment and of the data, and their repairs. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(DoctorCommand.class);
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--full")
    private boolean full;

    @Option(names = "--check", paramLabel = "ID")
    private List<String> checks = List.of();

    @Option(names = "--rate", paramLabel = "RCU")
    private double rate = -1;

    @Option(names = "--repair", paramLabel = "CHECK")
    private @Nullable String repair;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--keep", paramLabel = "older|newer", converter = ChoiceConverter.class)
    private RepairChoice keep = RepairChoice.OLDER;

    /** Converts which group stays. */
    static final class ChoiceConverter implements ITypeConverter<RepairChoice> {
        @Override
        public RepairChoice convert(String value) {
            return Arrays.stream(RepairChoice.values()).filter(choice -> choice.code().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException(TEXT.get("doctor.keep", Quote.of(value))));
        }
    }

    DoctorCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        String wanted = repair;
        if (wanted == null) {
            return invocation.run((session, progress) -> {
                noteCost(session, full);
                CheckScope scope = new CheckScope(full, new LinkedHashSet<>(checks), rate);
                try (DoctorReport report = session.doctor().check(scope, progress, result -> {})) {
                    return new DoctorReportPrinter(invocation).print(report);
                }
            });
        }
        Optional<DataCheck> data = DataCheck.of(wanted);
        return data.isPresent() ? repairData(data.get()) : repairEnvironment(wanted);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command");
        }
        return spec;
    }

    private void noteCost(Session session, boolean whole) {
        if (whole) {
            // Without the table there is nothing to pay for, and the check says so.
            session.tables().find(session.settings().messagesTable()).ifPresent(table -> invocation.note(session.doctor().fullCost()));
        }
    }

    private int repairData(DataCheck check) throws Exception {
        return invocation.run((session, progress) -> {
            if (!dryRun) {
                session.permits().checkUnlocked("doctor repair");
            }
            noteCost(session, check.readsItems());
            CheckScope scope = new CheckScope(true, Set.of(check.id()), rate);
            try (DoctorReport report = session.doctor().check(scope, progress, result -> {})) {
                DataRepairPrinter printer = new DataRepairPrinter(invocation, session.doctor(), check, keep);
                return dryRun ? printer.preview(report, progress) : printer.repair(report, progress);
            }
        });
    }

    private int repairEnvironment(String wanted) throws Exception {
        if (dryRun) {
            throw new ParameterException(spec().commandLine(), TEXT.get("doctor.dry-run.data"));
        }
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
}
