package dev.switchboard.explorer.definition;

import java.util.List;

/**
 * A table as text.
 *
 * @param notIncluded what the table has and the text does not, such as the replicas, with values; empty if it has all
 * @param unknown what could not be read and is therefore not in the text
 */
public record TableText(String text, List<String> notIncluded, List<String> unknown) {
    public TableText {
        notIncluded = List.copyOf(notIncluded);
        unknown = List.copyOf(unknown);
    }
}
