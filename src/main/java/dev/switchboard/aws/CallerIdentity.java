package dev.switchboard.aws;

/**
 * Whose credentials are in use.
 *
 * @param account the account id, 12 digits
 * @param arn the principal's full name
 */
public record CallerIdentity(String account, String arn) {
    /** The principal without its account, such as {@code assumed-role/ops/anna}. */
    public String principal() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
