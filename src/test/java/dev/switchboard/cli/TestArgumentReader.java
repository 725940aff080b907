package dev.switchboard.cli;

import dev.switchboard.failure.InvalidInputException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads words of the command line for tests that stand elsewhere. */
public final class TestArgumentReader {
    private TestArgumentReader() {}

    /** Reads an address; a wrong one comes as bad input. */
    public static void endpoint(String word) throws Exception {
        read(new Converters.EndpointConverter(), word);
    }

    /** Reads a point in time; a wrong one comes as bad input. */
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
