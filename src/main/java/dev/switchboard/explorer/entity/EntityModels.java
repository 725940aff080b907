package dev.switchboard.explorer.entity;

import dev.switchboard.conversations.MessagesTableEntities;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.file.NewFile;
import dev.switchboard.settings.Home;
import dev.switchboard.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entities of tables: those of the messages table, and those that were loaded from a file and are remembered for a table in the folder
 * {@code models} of the home. Thread-safe.
 */
public final class EntityModels {
    private static final Messages TEXT = Messages.of(EntityModels.class);
    private final Home home;

    public EntityModels(Home home) {
        this.home = home;
    }

    /**
     * Returns the entities that are known of a table: the remembered ones, otherwise those of the messages table if it is that; otherwise null.
     *
     * @param messagesTable the name of the messages table
     * @throws dev.switchboard.failure.InvalidInputException if the remembered file is damaged
     */
    public @Nullable EntityModel known(String table, String messagesTable) {
        if (Files.exists(file(table))) {
            return EntityModelReader.read(file(table), table);
        }
        return table.equals(messagesTable) ? messages() : null;
    }

    /** The two kinds of items of the messages table. */
    public static EntityModel messages() {
        List<EntityDefinition> entities = MessagesTableEntities.all().stream()
                .map(each -> {
                    Map<String, KeyTemplate> keys = new LinkedHashMap<>();
                    each.keys().forEach((name, template) -> keys.put(name, KeyTemplate.parse(template)));
                    return new EntityDefinition(each.name(), keys, Map.of(), each.attributes());
                })
                .toList();
        return new EntityModel(TEXT.get("model.messages"), entities);
    }

    /** The file that remembers the entities of a table. */
    public Path file(String table) {
        return home.models().resolve(table + ".json");
    }

    /**
     * Remembers entities for a table.
     *
     * @throws OperationFailedException if the file cannot be written
     */
    public void remember(String table, EntityModel model) {
        try (NewFile file = NewFile.at(file(table))) {
            file.write(EntityModelReader.write(model).getBytes(StandardCharsets.UTF_8));
            file.replace();
        } catch (IOException e) {
            throw unwritable(table, e);
        }
    }

    /**
     * Forgets the entities that are remembered for a table.
     *
     * @throws OperationFailedException if the file cannot be deleted
     */
    public void forget(String table) {
        try {
            Files.deleteIfExists(file(table));
        } catch (IOException e) {
            throw unwritable(table, e);
        }
    }

    private OperationFailedException unwritable(String table, IOException cause) {
        return new OperationFailedException(TEXT.get("model.unwritable", file(table)), TEXT.get("model.unwritable.remedy"), cause);
    }
}
