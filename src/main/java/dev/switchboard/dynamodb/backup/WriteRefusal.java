package dev.switchboard.dynamodb.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.PermitInterceptor;
import dev.switchboard.dynamodb.item.ChangeOutcomes;
import dev.switchboard.dynamodb.item.TableChangeTargets;
import dev.switchboard.dynamodb.item.TableReader;
import dev.switchboard.failure.OperationRefusedException;
import dev.switchboard.failure.PartialCompletionException;
import dev.switchboard.journal.Intent;
import dev.switchboard.journal.WriteAuthorization;
import dev.switchboard.journal.WritePermit;
import dev.switchboard.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetResourcePolicyResponse;
import software.amazon.awssdk.services.dynamodb.model.PolicyNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A statement in the resource policy of a table that denies every write of an item to everyone, until the table is deleted. */
final class WriteRefusal {
    /** The statement's ID, by which an operator finds it. */
    static final String STATEMENT = "SwitchboardRefusesWrites";

    private static final List<String> WRITES = List.of(
            "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem", "dynamodb:PartiQLInsert",
            "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete");

    private static final JsonMapper JSON = new JsonMapper();
    private static final Messages TEXT = Messages.of(WriteRefusal.class);
    private final AwsClients clients;
    private final WriteAuthorization authorization;
    private final TableDescription table;
    private final @Nullable String former;

    private WriteRefusal(AwsClients clients, WriteAuthorization authorization, TableDescription table, @Nullable String former) {
        this.clients = clients;
        this.authorization = authorization;
        this.table = table;
        this.former = former;
    }

    /**
     * Adds the statement to the policy of the table.
     *
     * @throws OperationRefusedException if the engine has no resource policies; nothing was changed
     */
    static WriteRefusal begin(AwsClients clients, WriteAuthorization authorization, TableDescription table) {
        String arn = table.tableArn();
        @Nullable GetResourcePolicyResponse present = present(clients, arn);
        @Nullable String former = present == null ? null : present.policy();
        String revision = present == null ? "NO_POLICY" : present.revisionId();
        WriteRefusal refusal = new WriteRefusal(clients, authorization, table, former);
        refusal.change(TEXT.get("journal.refuse", table.tableName()), change -> clients.dynamoDb()
                .putResourcePolicy(b -> b.resourceArn(arn)
                        .policy(denying(former, arn))
                        .expectedRevisionId(revision)
                        .overrideConfiguration(PermitInterceptor.of(change))));
        return refusal;
    }

    private static @Nullable GetResourcePolicyResponse present(AwsClients clients, String arn) {
        try {
            return clients.dynamoDb().getResourcePolicy(b -> b.resourceArn(arn));
        } catch (PolicyNotFoundException e) {
            return null;
        } catch (DynamoDbException e) {
            if (TableReader.isNotOffered(e)) {
                throw new OperationRefusedException(TEXT.get("refuse.not-offered"), TEXT.get("refuse.not-offered.remedy"), e);
            }
            throw e;
        }
    }

    /** The policy with the statement added. */
    static String denying(@Nullable String policy, String arn) {
        try {
            ObjectNode root = policy == null || policy.isBlank()
                    ? JSON.createObjectNode().put("Version", "2012-10-17")
                    : (ObjectNode) JSON.readTree(policy);
            @Nullable JsonNode present = root.get("Statement");
            ArrayNode statements = JSON.createArrayNode();
            if (present instanceof ArrayNode several) {
                statements.addAll(several);
            } else if (present != null) {
                statements.add(present);
            }
            ObjectNode deny = statements.addObject().put("Sid", STATEMENT).put("Effect", "Deny").put("Principal", "*");
            ArrayNode actions = deny.putArray("Action");
            WRITES.forEach(actions::add);
            deny.put("Resource", arn);
            root.set("Statement", statements);
            return root.toString();
        } catch (JsonProcessingException | ClassCastException e) {
            throw new OperationRefusedException(TEXT.get("refuse.policy"), TEXT.get("refuse.not-offered.remedy"), e);
        }
    }

    /**
     * Puts the former policy back, after the table was not deleted, also where the work was canceled.
     *
     * @param why what ended the deletion
     * @return the exception to throw, which says so where the policy could not be put back
     */
    RuntimeException undo(RuntimeException why) {
        // The requests that undo it must not be aborted by the interrupt that canceled the work.
        boolean interrupted = Thread.interrupted();
        try {
            putBack();
            return why;
        } catch (ResourceNotFoundException e) {
            // The table is gone, and its policy with it.
            return why;
        } catch (RuntimeException e) {
            why.addSuppressed(e);
            String name = table.tableName();
            String reason = e instanceof SdkException sdk ? ChangeOutcomes.words(sdk) : String.valueOf(e.getMessage());
            return new PartialCompletionException(TEXT.get("refuse.stuck", name, ChangeOutcomes.words(why), reason),
                    TEXT.get("refuse.stuck.remedy", STATEMENT, name), why);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void putBack() {
        String arn = table.tableArn();
        @Nullable String policy = former;
        change(TEXT.get("journal.refuse.undo", table.tableName()), change -> {
            if (policy == null) {
                clients.dynamoDb().deleteResourcePolicy(b -> b.resourceArn(arn).overrideConfiguration(PermitInterceptor.of(change)));
            } else {
                clients.dynamoDb()
                        .putResourcePolicy(
                                b -> b.resourceArn(arn).policy(policy).overrideConfiguration(PermitInterceptor.of(change)));
            }
        });
    }

    private void change(String what, Consumer<WritePermit> work) {
        WritePermit change = authorization.begin(
                Intent.event("tables drop", what, TEXT.get("journal.refuse.how", STATEMENT)), TableChangeTargets.of(clients, table), null);
        try {
            work.accept(change);
            change.done("");
        } catch (RuntimeException e) {
            throw ChangeOutcomes.toldEvent(change, e);
        }
    }
}
