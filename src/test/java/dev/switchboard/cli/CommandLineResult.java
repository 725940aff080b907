package dev.switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/** What one run of the command line said and returned. */
record CommandLineResult(int status, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Demands that it did what it was told. */
    CommandLineResult ok() {
        assertThat(status).as("exit status; standard error:%n%s", err).isZero();
        return this;
    }

    /** Demands this exit status and exactly one line on standard error, with nothing on standard output; returns the line. */
    String failure(int expected) {
        assertThat(status).as("exit status; standard error:%n%s", err).isEqualTo(expected);
        assertThat(out).isEmpty();
        assertThat(err.strip().lines()).hasSize(1);
        return err.strip();
    }

    /** Standard output, which must be one JSON document on one line and nothing else. */
    JsonNode json() {
        assertThat(out.strip().lines()).as("one document").hasSize(1);
        return read(out);
    }

    /** Standard output, which must be a JSON document a line. */
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
