package dev.switchboard.ui.tables;

/**
 * A labeled value of a table.
 *
 * @param mono whether it is shown in the monospaced font
 * @param copyable whether it has a copy button
 */
record LabeledValue(String label, String value, boolean mono, boolean copyable) {}
