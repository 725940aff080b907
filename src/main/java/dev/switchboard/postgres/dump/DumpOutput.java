package dev.switchboard.postgres.dump;

import dev.switchboard.postgres.sql.Transaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the parts of a backup, each after a line with its kind. */
final class DumpOutput {
    static final String STATEMENT = "statement";
    static final String PRIVILEGE = "privilege";
    static final String ROWS = "rows";
    static final String END = "end";
    static final String END_OF_ROWS = "\\.";
    private final OutputStream out;
    private final String mark;
    private long count;

    DumpOutput(OutputStream out, String mark) {
        this.out = out;
        this.mark = mark;
    }

    /** Returns the number of rows that were written. */
    long count() {
        return count;
    }

    /** Writes the settings that psql needs to read the backup. */
    void preamble() throws IOException {
        statement("SET client_encoding = 'UTF8'");
        statement("SET standard_conforming_strings = on");
        statement("SET check_function_bodies = false");
        statement("SELECT pg_catalog.set_config('search_path', '', false)");
    }

    void statement(String sql) throws IOException {
        line(mark + STATEMENT);
        line(sql + ";");
    }

    void privilege(String sql) throws IOException {
        line(mark + PRIVILEGE);
        line(sql + ";");
    }

    void rows(Transaction transaction, String table) throws IOException {
        line(mark + ROWS);
        line("COPY " + table + " FROM stdin;");
        count += transaction.copyOut("COPY " + table + " TO STDOUT", out);
        line(END_OF_ROWS);
    }

    void end() throws IOException {
        line(mark + END);
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
