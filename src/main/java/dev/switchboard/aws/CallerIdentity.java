package dev.switchboard.aws;

/**
 * The identity that the credentials in use belong to.
 *
 * @param account the account ID, 12 digits
 * @param arn the ARN of the principal
 */
public record CallerIdentity(String account, String arn) {
    /** The principal without the account, such as {@code assumed-role/ops/anna}. */
    public String principal() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
