package dev.switchboard.cli.completion;

import dev.switchboard.cli.invocation.ExitStatus;
import dev.switchboard.cli.invocation.Invocation;
import dev.switchboard.text.Messages;
import dev.switchboard.text.Quote;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code completion}: prints the script with which a shell completes commands, options and values. */
@Command(name = "completion")
public final class CompletionCommand implements Callable<Integer> {
    private static final Messages TEXT = Messages.of(CompletionCommand.class);
    private final Invocation invocation;

    @Parameters(paramLabel = "bash|zsh|fish", converter = ShellConverter.class)
    private Shell shell = Shell.BASH;

    @Spec
    private @Nullable CommandSpec spec;

    /** A shell that completes command lines. */
    enum Shell {
        BASH,
        ZSH,
        FISH
    }

    /** Converts the name of a shell. */
    static final class ShellConverter implements ITypeConverter<Shell> {
        @Override
        public Shell convert(String value) {
            return Arrays.stream(Shell.values())
                    .filter(shell -> shell.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(TEXT.get("completion.shell", Quote.of(value))));
        }
    }

    public CompletionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("not parsed");
        }
        CompletionNode root = CompletionModel.of(spec.root());
        invocation.printExact(switch (shell) {
            case BASH -> BashCompletion.script(root);
            case ZSH -> ZshCompletion.script(root);
            case FISH -> FishCompletion.script(root);
        });
        return ExitStatus.DONE;
    }
}
