package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The completion scripts, in the shells that are installed, and as text. */
class CompletionTest {
    /** Calls the function of the script as bash does after Tab. */
    private static final String BASH = """
            . %s
            COMP_WORDS=("$@") COMP_CWORD=$(( $# - 1 ))
            _switchboard
            printf '%%s\\n' "${COMPREPLY[@]}"
            """;
    /** The same for zsh, with its builtin functions replaced by ones that print what they are given. */
    private static final String ZSH = """
            _describe() { print -l -- "${(@P)argv[-1]}" | sed 's/:.*//'; }
            compadd() { shift; print -l -- "$@"; }
            _files() { if [[ $1 == -/ ]]; then print -l -- *(/); else print -l -- *; fi; }
            compset() { :; }
            compdef() { :; }
            . %s
            words=("$@") CURRENT=$#
            _switchboard
            """;

    @TempDir
    private Path folder;

    private Path files = Path.of("");

    @BeforeEach
    void createFiles() throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("my backup.switchboard"), "");
        Files.createDirectory(files.resolve("pictures"));
    }

    private String script(String shell) {
        return new TestTerminal(folder.resolve("home")).run("completion", shell).ok().out();
    }

    private Path saved(String shell) throws IOException {
        return Files.writeString(folder.resolve("completion." + shell), script(shell));
    }

    /** @param words what was typed so far; the last one, which may be empty, is completed */
    private List<String> completed(String shell, String... words) throws Exception {
        List<String> command = switch (shell) {
            case "bash" ->
                List.of("bash", "--norc", Files.writeString(folder.resolve("try.bash"), BASH.formatted(saved("bash"))).toString());
            case "zsh" -> List.of("zsh", "-f", Files.writeString(folder.resolve("try.zsh"), ZSH.formatted(saved("zsh"))).toString());
            default -> List.of("fish", "--no-config", "-c", "source " + saved("fish") + "; complete -C (string join ' ' -- $argv)", "--");
        };
        List<String> line = new java.util.ArrayList<>(List.of("sh", "-c", "cd \"$0\" && exec \"$@\"", files.toString()));
        line.addAll(command);
        line.add("switchboard");
        line.addAll(List.of(words));
        String last = words[words.length - 1];
        return Programs.output(line).lines().map(proposal -> proposal.replaceFirst("\t.*", ""))
                // zsh itself leaves out what does not begin with the word.
                .filter(proposal -> !shell.equals("zsh") || proposal.startsWith(last.replaceFirst("^--[a-z-]+=", "")))
                .filter(proposal -> !proposal.isBlank())
                .toList();
    }

    private static void assumeInstalled(String shell) {
        assumeTrue(Programs.isOnPath(shell), shell + " is not installed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void commandsOptionsAndValuesAreProposed(String shell) throws Exception {
        assumeInstalled(shell);
        assertThat(completed(shell, "")).contains("tables", "conversations", "help", "completion");
        assertThat(completed(shell, "t")).containsExactlyInAnyOrder("tables", "tour");
        assertThat(completed(shell, "tables", "re")).containsExactlyInAnyOrder("recovery", "restore");
        assertThat(completed(shell, "--env", "")).containsExactlyInAnyOrder("dev", "prd");
        assertThat(completed(shell, "--env", "prd", "--unlock", "")).containsExactly("prd");
        assertThat(completed(shell, "tables", "create", "--with-")).containsExactlyInAnyOrder("--with-index", "--with-stream");
        assertThat(completed(shell, "tables", "describe", "messages", "--as", "")).contains("cloudformation", "terraform");
        assertThat(completed(shell, "tables", "list", "--end")).contains("--endpoint");
        assertThat(completed(shell, "completion", "")).containsExactlyInAnyOrder("bash", "zsh", "fish");
        assertThat(completed(shell, "help", "envi")).containsExactly("environments");
    }

    /** A value that is the name of a command is a value all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void valuesOfOptionsAreNotTakenForCommands(String shell) throws Exception {
        assumeInstalled(shell);
        assertThat(completed(shell, "--table", "items", "ta")).containsExactly("tables");
        assertThat(completed(shell, "items", "query", "m", "--sk-between", "tables", "items", "--desc")).containsExactly("--desc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void filesAndFoldersAreProposed(String shell) throws Exception {
        assumeInstalled(shell);
        assertThat(completed(shell, "tables", "restore", "my")).hasSize(1).first().asString().matches("my\\\\? backup.switchboard");
        assertThat(completed(shell, "tour", "--pictures", "")).hasSize(1).first().asString().matches("pictures/?");
    }

    @ParameterizedTest
    @CsvSource({"bash, =", "zsh, ''", "fish, ''"})
    void aValueAfterAnEqualsSignIsProposed(String shell, String separate) throws Exception {
        assumeInstalled(shell);
        // bash makes the sign a word of its own.
        List<String> proposed =
                separate.isEmpty() ? completed(shell, "tables", "list", "--env=p") : completed(shell, "tables", "list", "--env", "=", "p");
        assertThat(proposed).map(proposal -> proposal.replaceFirst("--env=", "")).containsExactly("prd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyCommandAndOptionIsInTheScript(String shell) throws Exception {
        String script = script(shell);
        check(script, new TestTerminal(folder.resolve("home")).commands(), shell);
        if (Programs.isOnPath(shell)) {
            assertThat(Programs.output(List.of(shell, "-n", saved(shell).toString()))).isEmpty();
        }
    }

    private static void check(String script, CommandLine command, String shell) {
        command.getSubcommands().forEach((name, sub) -> {
            assertThat(script).containsPattern("\\b" + name + "\\b");
            check(script, sub, shell);
        });
        command.getCommandSpec().options().forEach(option -> Arrays.stream(option.names()).forEach(name -> assertThat(script)
                .contains(shell.equals("fish") ? name.replaceFirst("^--", " -l ").replaceFirst("^-", " -s ") : name)));
    }

    @Test
    void anotherShellIsRefused() {
        CommandLineResult result = new TestTerminal(folder.resolve("home")).run("completion", "ksh");
        assertThat(result.status()).isEqualTo(ExitStatus.WRONG_COMMAND_LINE);
        assertThat(result.err().lines().limit(1).collect(Collectors.joining())).contains("Use bash, zsh or fish.");
    }
}
