package dev.switchboard.dynamodb.backup;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.dynamodb.table.TableCreator;
import dev.switchboard.dynamodb.table.TableDefinition;
import dev.switchboard.dynamodb.table.TableSettings;
import dev.switchboard.job.Progress;
import dev.switchboard.journal.WriteAuthorization;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Creates the table of a backup with the settings that apply from its first item on, or without them where they are rejected. */
final class RestoredTable {
    /** What DynamoDB answers about a key, a table class or a limit that it does not accept here. */
    private static final Set<String> REJECTIONS =
            Set.of("ValidationException", "AccessDeniedException", "LimitExceededException", "UnknownOperationException");

    private RestoredTable() {}

    /** Returns why the table could not be created with all of its settings, as a sentence; null if it was. */
    static @Nullable String create(
            AwsClients clients,
            WriteAuthorization authorization,
            TableDefinition definition,
            @Nullable TableSettings settings,
            Progress progress) {
        TableCreator creator = new TableCreator(clients, new TableReader(clients));
        @Nullable String rejected = null;
        for (TableSettings attempt : attempts(settings)) {
            try {
                var _ = creator.create(authorization, definition, attempt, progress);
                return rejected;
            } catch (DynamoDbException e) {
                if (e.awsErrorDetails() == null || !REJECTIONS.contains(String.valueOf(e.awsErrorDetails().errorCode()))) {
                    throw e;
                }
                rejected = rejected == null ? ChangeOutcomes.words(e) : rejected;
            }
        }
        var _ = creator.create(authorization, definition, progress);
        return rejected;
    }

    /** With the key of the backup, then with the one that AWS manages in the account, which may not be named, or be the same. */
    private static List<TableSettings> attempts(@Nullable TableSettings settings) {
        List<TableSettings> attempts = new ArrayList<>();
        if (settings != null && (settings.encryption() != null || settings.tableClass() != null || !settings.onDemandLimits().isEmpty())) {
            attempts.add(settings);
            if (settings.encryption() != null && settings.encryption().key() != null) {
                attempts.add(settings.withManagedKey());
            }
        }
        return attempts;
    }
}
