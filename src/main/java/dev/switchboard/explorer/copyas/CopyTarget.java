package dev.switchboard.explorer.copyas;

/** What a query, a statement or a write can be copied as. */
public enum CopyTarget {
    /** A command of the AWS CLI for a POSIX shell. */
    AWS_CLI("cli", "AWS CLI"),
    /** A Java class for the AWS SDK for Java 2. */
    JAVA("java", "Java SDK v2"),
    /** A Python script for boto3. */
    BOTO3("boto3", "Python (boto3)"),
    /** An ECMAScript module for the AWS SDK for JavaScript 3. */
    JAVASCRIPT("javascript", "JavaScript SDK v3"),
    /** A statement. */
    PARTIQL("partiql", "PartiQL");

    private final String code;
    private final String title;

    CopyTarget(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The name on the command line. */
    public String code() {
        return code;
    }

    /** The name on screen. */
    public String title() {
        return title;
    }
}
