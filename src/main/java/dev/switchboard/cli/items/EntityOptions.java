package dev.switchboard.cli.items;

import dev.switchboard.dynamodb.item.KeyAttribute;
import dev.switchboard.dynamodb.item.TableDetails;
import dev.switchboard.explorer.entity.EntityDefinition;
import dev.switchboard.explorer.entity.EntityModel;
import dev.switchboard.explorer.entity.EntityModelReader;
import dev.switchboard.failure.InvalidInputException;
import dev.switchboard.session.Session;
import dev.switchboard.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose items of one entity, which are filtered after they are read. */
final class EntityOptions {
    private static final Messages TEXT = Messages.of(EntityOptions.class);

    @Option(names = "--entity", paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--model", paramLabel = "FILE")
    private @Nullable Path model;

    /** Whether one of the options is given. */
    boolean given() {
        return name != null || model != null;
    }

    /**
     * Returns the chosen entity; null if none is.
     *
     * @throws InvalidInputException if no entities are known of the table, or none has this name
     */
    @Nullable
    EntityFilter filter(Session session, TableDetails table) {
        if (name == null) {
            if (model != null) {
                throw new InvalidInputException("entity_missing", TEXT.get("entity.missing"), TEXT.get("entity.missing.remedy"));
            }
            return null;
        }
        @Nullable EntityModel known = model == null
                ? session.explorer().entityModels().known(table.name(), session.settings().messagesTable())
                : EntityModelReader.read(model, table.name());
        if (known == null) {
            throw new InvalidInputException(
                    "entity_no_model", TEXT.get("entity.no-model", table.name()), TEXT.get("entity.no-model.remedy"));
        }
        @Nullable EntityDefinition entity = known.named(name);
        if (entity == null) {
            String names = known.entities().stream().map(EntityDefinition::name).collect(Collectors.joining(", "));
            throw new InvalidInputException(
                    "entity_unknown", TEXT.get("entity.unknown", name, known.source()), TEXT.get("entity.unknown.remedy", names));
        }
        List<String> keys = table.keys().stream().map(KeyAttribute::name).toList();
        return new EntityFilter(known, entity, keys);
    }
}
