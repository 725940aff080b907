package dev.switchboard.dynamodb.expression;

import java.util.List;

/** The place of a value in an item: an attribute, or a member or element inside it, such as {@code address.lines[0]}. */
public record AttributePath(String attribute, List<Step> steps) {
    /** A step into a map or a list. */
    public sealed interface Step {}

    /** The member of a map. */
    public record Member(String name) implements Step {}

    /** The element of a list, from 0. */
    public record Element(int index) implements Step {}

    public AttributePath {
        steps = List.copyOf(steps);
    }

    /** Returns the path of a whole attribute, whose name may contain periods. */
    public static AttributePath of(String attribute) {
        return new AttributePath(attribute, List.of());
    }

    /** Whether it is a whole attribute. */
    public boolean isAttribute() {
        return steps.isEmpty();
    }

    /** Returns the path as it is written in an expression text, with quotes around names that need them. */
    @Override
    public String toString() {
        return ExpressionPrinter.print(this);
    }
}
