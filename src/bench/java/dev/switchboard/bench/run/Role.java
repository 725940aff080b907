package dev.switchboard.bench.run;

/** Who does a piece of work. */
public enum Role {
    /** The service, in this process. */
    OURS("ours"),
    /** The command, a process of its own. */
    COMMAND("command"),
    /** One item, one commit or one page at a time, as the scripts of the web application do it. */
    SOURCE("one by one"),
    /** What an operator would otherwise use. */
    RIVAL("other tools"),
    /** The same requests in a bare loop over the same SDK client; COPY for SQL. */
    FLOOR("floor"),
    /** The same bytes over bare HTTP connections that are kept alive. */
    WIRE("bare HTTP");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether it runs in this process, and is therefore warmed up and measured at every size. */
    boolean isInProcess() {
        return this == OURS || this == FLOOR;
    }
}
