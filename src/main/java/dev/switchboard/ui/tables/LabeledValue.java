package dev.switchboard.ui.tables;

/**
 * One line about a table.
 *
 * @param mono whether it is an identifier, shown in the fixed-width font
 * @param copyable whether it can be copied by itself
 */
record LabeledValue(String label, String value, boolean mono, boolean copyable) {}
