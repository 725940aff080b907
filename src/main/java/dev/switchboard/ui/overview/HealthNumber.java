package dev.switchboard.ui.overview;

import java.util.Map;

/**
 * A number of the Overview screen.
 *
 * @param id its ID, such as {@code users}
 * @param value the number as text; a dash where it is not known
 * @param note what is counted, and how old the number is
 * @param screen the ID of the screen that shows what is counted
 * @param arguments for that screen
 */
record HealthNumber(String id, String value, String note, String screen, Map<String, String> arguments) {
    HealthNumber {
        arguments = Map.copyOf(arguments);
    }
}
