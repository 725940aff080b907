package dev.switchboard.dynamodb.expression;

/** A comparison operator of DynamoDB's expressions. */
public enum Comparison {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The operator as it is written in an expression. */
    public String sign() {
        return sign;
    }

    /** The operator that says the same with both sides exchanged, such as {@code >} for {@code <}. */
    public Comparison mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            default -> this;
        };
    }
}
