package dev.switchboard.cli.completion;

import java.util.List;

/** An option as shells complete it, with all its names. */
record CompletionOption(List<String> names, String description, CompletionValues values) {}
