package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.TableDescriptionMapper;
import dev.switchboard.dynamodb.table.TableSettingKind;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Names what a table has and a restore of its backup does not bring back. */
final class LostSettings {
    static final Messages TEXT = Messages.of(LostSettings.class);

    private LostSettings() {}

    /** One sentence for each; empty if the restored table is like the one that was backed up. */
    static List<String> of(AwsClients clients, TableDescription table, TableSettings settings) {
        List<String> lost = new ArrayList<>();
        if (!settings.replicas().isEmpty()) {
            lost.add(TEXT.get("lost.replicas", String.join(", ", settings.replicas())));
        }
        if (!settings.vectorIndexes().isEmpty()) {
            lost.add(TEXT.get("lost.vector-indexes", String.join(", ", settings.vectorIndexes())));
        }
        if (TableDescriptionMapper.hasStream(table)) {
            lost.add(TEXT.get("lost.stream"));
        }
        // Application Auto Scaling is a service of its own, which no engine has and this program does not ask.
        boolean onDemand = TableDescriptionMapper.isOnDemand(table);
        if (!onDemand && (clients.dynamoDbEndpoint() == null || clients.policy().accounts())) {
            lost.add(TEXT.get("lost.auto-scaling"));
        }
        if (!settings.denied().isEmpty()) {
            lost.add(TEXT.get("lost.denied", titles(settings.denied())));
        }
        return lost;
    }

    private static String titles(Set<TableSettingKind> kinds) {
        return kinds.stream().map(TableSettingKind::title).collect(Collectors.joining(", "));
    }
}
