package dev.switchboard.cli;

import dev.switchboard.cli.invocation.Converters;
import dev.switchboard.failure.InvalidInputException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts arguments for tests in other packages. */
public final class TestArgumentReader {
    private TestArgumentReader() {}

    /** Converts an endpoint URL; one that is not valid causes an InvalidInputException. */
    public static void endpoint(String word) throws Exception {
        read(new Converters.EndpointConverter(), word);
    }

    /** Converts a time; one that is not valid causes an InvalidInputException. */
    public static void instant(String word) throws Exception {
        read(new Converters.InstantConverter(), word);
    }

    private static void read(ITypeConverter<?> converter, String word) throws Exception {
        try {
            converter.convert(word);
        } catch (TypeConversionException e) {
            throw new InvalidInputException("word_malformed", String.valueOf(e.getMessage()), null, e);
        }
    }
}
