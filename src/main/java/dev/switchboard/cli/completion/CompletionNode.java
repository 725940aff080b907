package dev.switchboard.cli.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * A command as shells complete it.
 *
 * @param path its words without the name of the program, such as {@code tables create}; empty for the program itself
 * @param options those of the command itself; for the program itself only those that no other command has
 * @param inherited the options that every command has; only known of the program itself
 * @param argument the values of its arguments
 */
record CompletionNode(String path, String name, String description, List<CompletionOption> options, List<CompletionOption> inherited,
        List<CompletionNode> subcommands, CompletionValues argument) {

    /** Returns this command and all below it, each before its subcommands. */
    List<CompletionNode> all() {
        List<CompletionNode> all = new ArrayList<>();
        all.add(this);
        subcommands.forEach(sub -> all.addAll(sub.all()));
        return all;
    }
}
