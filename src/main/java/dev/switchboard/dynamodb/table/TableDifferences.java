package dev.switchboard.dynamodb.table;

import dev.switchboard.dynamodb.item.IndexDetails;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Describes the differences between a definition and a table. */
final class TableDifferences {
    private static final Messages TEXT = Messages.of(TableDifferences.class);
    private final TableDefinition wanted;
    private final TableDetails found;
    private final List<String> differences = new ArrayList<>();

    TableDifferences(TableDefinition wanted, TableDetails found) {
        this.wanted = wanted;
        this.found = found;
    }

    List<String> all() {
        compare("keys", wanted.keys(), found.keys());
        indexes();
        compare("billing", wanted.billing(), found.billing());
        if (!wanted.onDemand() && !found.onDemand()) {
            compare("capacity", capacity(wanted.readCapacity(), wanted.writeCapacity()),
                    capacity(found.readCapacity(), found.writeCapacity()));
        }
        compare("stream", orNone(wanted.streamView()), orNone(found.streamView()));
        compare("deletion-protection", onOff(wanted.deletionProtection()), onOff(found.deletionProtection()));
        compare("tags", new TreeMap<>(wanted.tags()), new TreeMap<>(found.tags()));
        return List.copyOf(differences);
    }

    private void indexes() {
        for (IndexDefinition index : wanted.indexes()) {
            found.indexes().stream()
                    .filter(other -> other.name().equals(index.name()))
                    .findFirst()
                    .ifPresentOrElse(other -> index(index, other),
                            () -> differences.add(TEXT.get("difference.index-missing", index.name())));
        }
        for (IndexDetails index : found.indexes()) {
            if (wanted.indexes().stream().noneMatch(other -> other.name().equals(index.name()))) {
                differences.add(TEXT.get("difference.index-extra", index.name()));
            }
        }
    }

    private void index(IndexDefinition index, IndexDetails other) {
        boolean same = index.keys().equals(other.keys())
                && index.projection().equals(other.projection())
                && index.included().equals(other.included())
                && index.local() == other.local();
        if (!same) {
            differences.add(TEXT.get(
                    "difference.index",
                    index.name(),
                    String.valueOf(other.keys()),
                    other.projection(),
                    String.valueOf(index.keys()),
                    index.projection()));
        }
    }

    private void compare(String what, Object want, Object have) {
        if (!Objects.equals(want, have)) {
            differences.add(TEXT.get("difference." + what, String.valueOf(have), String.valueOf(want)));
        }
    }

    private static String capacity(long read, long write) {
        return read + "/" + write;
    }

    private static String orNone(@org.jspecify.annotations.Nullable String view) {
        return view == null ? TEXT.get("difference.none") : view;
    }

    private static String onOff(boolean on) {
        return TEXT.get(on ? "difference.on" : "difference.off");
    }
}
