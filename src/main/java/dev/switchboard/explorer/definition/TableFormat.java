package dev.switchboard.explorer.definition;

/** What a table can be copied as. */
public enum TableFormat {
    /** Commands of the AWS CLI that create it. */
    AWS_CLI("cli", "AWS CLI"),
    /** A CloudFormation template in JSON. */
    CLOUDFORMATION("cloudformation", "CloudFormation"),
    /** A Terraform configuration for the AWS provider. */
    TERRAFORM("terraform", "Terraform"),
    /** A data model of NoSQL Workbench. */
    WORKBENCH("workbench", "NoSQL Workbench");

    private final String code;
    private final String title;

    TableFormat(String code, String title) {
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
