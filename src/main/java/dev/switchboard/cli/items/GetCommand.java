package dev.switchboard.cli.items;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.dynamodb.item.Item;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.read.ReadPlan;
import dev.switchboard.dynamodb.read.ReadPosition;
import dev.switchboard.dynamodb.read.ReadSummary;
import dev.switchboard.explorer.KeyPlan;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code items get}: prints the item with a key. */
@Command(name = "get")
final class GetCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(GetCommand.class);
    private final Invocation invocation;

    @Parameters(index = "0", paramLabel = "TABLE")
    private String table = "";

    @Parameters(index = "1", paramLabel = "KEY-JSON")
    private String key = "";

    @Option(names = "--strong")
    private boolean strong;

    GetCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        Item wanted = Item.ofJson(key);
        return invocation.run((session, progress) -> {
            TableDetails details = session.explorer().reader().table(table);
            ReadPlan plan = KeyPlan.of(details, wanted).strong(strong);
            ItemPrinter printer = new ItemPrinter(invocation, details.keys().stream().map(KeyAttribute::name).toList());
            ReadSummary summary =
                    session.explorer().reader().read(plan, ReadPosition.START, page -> printer.print(page.items()), progress);
            printer.flush();
            if (summary.items() == 0) {
                throw new InvalidInputException("item_not_found", TEXT.get("get.not-found", table), TEXT.get("get.not-found.remedy"));
            }
            invocation.note(TEXT.get("page.capacity", summary.consumedReadCapacity()));
            return ExitStatus.DONE;
        });
    }
}
