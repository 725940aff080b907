package dev.switchboard.cli.tables;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.cli.invocation.Json;
import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.dynamodb.table.IndexDefinition;
import dev.switchboard.dynamodb.table.TableUpdate;
import dev.switchboard.dynamodb.table.TableUpdateResult;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tables update}: changes the settings of a table. */
@Command(name = "update")
final class UpdateCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(UpdateCommand.class);
    private static final String OFF = "off";
    private static final Pattern CAPACITY = Pattern.compile("([0-9]{1,18}),([0-9]{1,18})");
    private static final Pattern TYPED = Pattern.compile("(.+)=([SNB])");
    private static final int PARTITION_KEY_ONLY = 2;
    private static final int WITH_SORT_KEY = 3;
    private final Invocation invocation;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--on-demand")
    private boolean onDemand;

    @Option(names = "--capacity", paramLabel = "RCU,WCU")
    private @Nullable String capacity;

    @Option(names = "--ttl", paramLabel = "ATTRIBUTE|off")
    private @Nullable String timeToLive;

    @Option(names = "--stream", paramLabel = "VIEW|off")
    private @Nullable String stream;

    @Option(names = "--class", paramLabel = "CLASS")
    private @Nullable String tableClass;

    @Option(names = "--add-index", paramLabel = "NAME:PK[:SK]")
    private @Nullable String addIndex;

    @Option(names = "--projection", paramLabel = "PROJECTION")
    private @Nullable String projection;

    @Option(names = "--drop-index", paramLabel = "INDEX")
    private @Nullable String dropIndex;

    UpdateCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws Exception {
        TableUpdate.@Nullable Capacity units = capacity();
        String[] index = index();
        boolean any = units != null || timeToLive != null || stream != null || tableClass != null || index.length > 0 || dropIndex != null;
        if (!any) {
            throw wrong(TEXT.get("tables.update.nothing"));
        }
        return invocation.run((session, progress) -> {
            session.permits().checkUnlocked("UpdateTable");
            @Nullable IndexDefinition added = index.length == 0 ? null : definition(index, session.tables().describe(name));
            TableUpdate update =
                    new TableUpdate(units, setting(timeToLive), setting(stream == null ? null : stream.toUpperCase(Locale.ROOT)),
                            tableClass, added, dropIndex);
            TableUpdateResult result = session.tables().update(name, update, progress);
            if (invocation.json()) {
                invocation.print(Json.object("changed", result.changed(), "table", TableFormatter.details(result.table())));
            } else if (result.changed().isEmpty()) {
                invocation.print(TEXT.get("tables.update.same", name));
            } else {
                result.changed().forEach(invocation::print);
            }
            return ExitStatus.DONE;
        });
    }

    private TableUpdate.@Nullable Capacity capacity() {
        if (onDemand) {
            if (capacity != null) {
                throw wrong(TEXT.get("tables.update.billing"));
            }
            return TableUpdate.Capacity.ON_DEMAND;
        }
        if (capacity == null) {
            return null;
        }
        Matcher units = CAPACITY.matcher(capacity);
        if (!units.matches()) {
            throw wrong(TEXT.get("tables.update.capacity", Quote.of(capacity)));
        }
        return TableUpdate.Capacity.provisioned(Long.parseLong(units.group(1)), Long.parseLong(units.group(2)));
    }

    /** Returns the name of the new index and its keys; empty for none. */
    private String[] index() {
        if (addIndex == null) {
            if (projection != null) {
                throw wrong(TEXT.get("tables.update.projection"));
            }
            return new String[0];
        }
        String[] parts = addIndex.split(":", -1);
        boolean complete = parts.length == PARTITION_KEY_ONLY || parts.length == WITH_SORT_KEY;
        if (!complete || List.of(parts).contains("")) {
            throw wrong(TEXT.get("tables.update.index", Quote.of(addIndex)));
        }
        return parts;
    }

    private IndexDefinition definition(String[] parts, TableDetails table) {
        List<KeyAttribute> keys = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            Matcher typed = TYPED.matcher(parts[i]);
            boolean given = typed.matches();
            String attribute = given ? typed.group(1) : parts[i];
            String type = given ? typed.group(2) : knownType(table, attribute);
            keys.add(i == 1 ? KeyAttribute.hash(attribute, type) : KeyAttribute.range(attribute, type));
        }
        String kind = Objects.requireNonNullElse(projection, "ALL");
        return switch (kind) {
            case "ALL", "KEYS_ONLY" -> new IndexDefinition(parts[0], false, keys, kind, List.of(), 0, 0);
            default -> new IndexDefinition(parts[0], false, keys, "INCLUDE", List.of(kind.split(",")), 0, 0);
        };
    }

    /** The type that the attribute has in a key of the table or of one of its indexes, otherwise a string. */
    private static String knownType(TableDetails table, String attribute) {
        List<KeyAttribute> known = new ArrayList<>(table.keys());
        table.indexes().forEach(index -> known.addAll(index.keys()));
        return known.stream().filter(key -> key.name().equals(attribute)).map(KeyAttribute::type).findFirst().orElse("S");
    }

    private static @Nullable String setting(@Nullable String value) {
        return OFF.equalsIgnoreCase(value) ? TableUpdate.OFF : value;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
