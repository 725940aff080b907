package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.Invocation;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code items}: reads, changes and moves the items of any table. */
@Command(name = "items")
public final class ItemsCommand {
    /** In the order of the usage text. */
    private static final List<Function<Invocation, Object>> COMMANDS = List.of(
            ScanCommand::new,
            QueryCommand::new,
            GetCommand::new,
            PutCommand::new,
            DeleteCommand::new,
            PartiqlCommand::new,
            ExportCommand::new,
            ImportCommand::new,
            CopyCommand::new,
            DigestCommand::new,
            TailCommand::new);

    private ItemsCommand() {}

    /** Returns the command with its subcommands. */
    public static CommandLine of(Invocation invocation) {
        CommandLine line = new CommandLine(new ItemsCommand());
        COMMANDS.forEach(command -> line.addSubcommand(command.apply(invocation)));
        return line;
    }
}
