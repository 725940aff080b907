package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** The output and exit status of a command-line run. */
record CommandLineResult(int status, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asserts that the command succeeded. */
    CommandLineResult ok() {
        assertThat(status).as("exit status; standard error:%n%s", err).isZero();
        return this;
    }

    /** Asserts the exit status and exactly one line on standard error, with an empty standard output; returns the line. */
    String failure(int expected) {
        assertThat(status).as("exit status; standard error:%n%s", err).isEqualTo(expected);
        assertThat(out).isEmpty();
        assertThat(err.strip().lines()).hasSize(1);
        return err.strip();
    }

    /** Returns standard output, which must be one JSON document on one line. */
    JsonNode json() {
        assertThat(out.strip().lines()).as("one document").hasSize(1);
        return read(out);
    }

    /** Returns standard output, which must contain one JSON document per line. */
    List<JsonNode> jsonLines() {
        return out.lines().map(CommandLineResult::read).toList();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
