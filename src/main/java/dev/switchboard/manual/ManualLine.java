package dev.switchboard.manual;

/** A line of a page as plain text; a heading is set off where the output allows. */
public record ManualLine(String text, boolean heading) {}
