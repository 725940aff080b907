package dev.switchboard.ui.tables;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.table.TableRules;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.text.Messages;

/**
 * Validation errors of the form for a new table, one per field; empty if the field is valid.
 *
 * @param definition the error of the definition as a whole if each field is valid
 */
record TableFormErrors(String name, String keys, String capacity, String tags, String definition) {
    private static final Messages TEXT = Messages.of(TableFormErrors.class);

    static TableFormErrors of(TableFormViewModel form) {
        String name = name(form);
        if (!form.customProperty().get()) {
            return new TableFormErrors(name, "", "", "", "");
        }
        String keys = keys(form);
        String capacity = capacity(form);
        String tags = tags(form.tagsProperty().get());
        boolean each = name.isEmpty() && keys.isEmpty() && capacity.isEmpty() && tags.isEmpty();
        InvalidInputException rule = each ? TableRules.check(form.definition()) : null;
        return new TableFormErrors(name, keys, capacity, tags, rule == null ? "" : rule.sentence());
    }

    private static String name(TableFormViewModel form) {
        String name = form.nameProperty().get().strip();
        if (TableRules.checkName(name) != null) {
            return TEXT.get("create.name.bad");
        }
        return form.isTaken() ? TEXT.get("create.name.taken") : "";
    }

    private static String keys(TableFormViewModel form) {
        if (form.partitionProperty().get().isBlank()) {
            return TEXT.get("create.partition.blank");
        }
        for (KeyAttribute part : form.definition().keys()) {
            if (part.role().equals("RANGE") && part.name().equals(form.partitionProperty().get().strip())) {
                return TEXT.get("create.sort.same");
            }
        }
        return "";
    }

    private static String capacity(TableFormViewModel form) {
        boolean right = form.onDemandProperty().get()
                || (TableFormViewModel.units(form.readCapacityProperty().get()) > 0
                        && TableFormViewModel.units(form.writeCapacityProperty().get()) > 0);
        return right ? "" : TEXT.get("create.capacity.bad");
    }

    private static String tags(String text) {
        boolean right = text.lines().allMatch(line -> line.isBlank() || line.indexOf('=') > 0);
        return right ? "" : TEXT.get("create.tags.bad");
    }

    /** Whether there are no errors. */
    boolean none() {
        return name.isEmpty() && keys.isEmpty() && capacity.isEmpty() && tags.isEmpty() && definition.isEmpty();
    }
}
