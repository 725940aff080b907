package dev.switchboard.aws;

import dev.switchboard.activity.ActivityLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;

/** Records each call with its duration, capacity, retries and outcome. */
final class ActivityInterceptor implements ExecutionInterceptor {
    private static final ExecutionAttribute<Long> STARTED = new ExecutionAttribute<>("switchboard.started");
    private static final ExecutionAttribute<Integer> ATTEMPTS = new ExecutionAttribute<>("switchboard.attempts");
    private static final ExecutionAttribute<Long> SIZE = new ExecutionAttribute<>("switchboard.size");
    private static final Pattern STATEMENT_TABLE = Pattern.compile("(?i)\\b(?:FROM|INTO|UPDATE)\\s+\"?([A-Za-z0-9_.-]+)");
    private final ActivityLog log;
    private final AwsCliCommand command;

    ActivityInterceptor(ActivityLog log, AwsCliCommand command) {
        this.log = log;
        this.command = command;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(STARTED, System.nanoTime());
        attributes.putAttribute(ATTEMPTS, 0);
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Integer attempts = attributes.getAttribute(ATTEMPTS);
        attributes.putAttribute(ATTEMPTS, (attempts == null ? 0 : attempts) + 1);
        // The body was just written, so that its length costs nothing; a walk through the request took a fifth of an import's time.
        context.requestBody().flatMap(RequestBody::optionalContentLength).ifPresent(size -> attributes.putAttribute(SIZE, size));
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        double units = ConsumedUnits.of(context.response());
        boolean read = ReadOperations.contains(AwsService.of(attributes), AwsService.operation(attributes), context.request());
        record(context.request(), attributes, read ? units : 0, read ? 0 : units, null);
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Throwable thrown = context.exception();
        String error = thrown instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorCode() + ": " + service.awsErrorDetails().errorMessage()
                : String.valueOf(thrown.getMessage());
        record(context.request(), attributes, 0, 0, error);
    }

    private void record(SdkRequest request, ExecutionAttributes attributes, double read, double write, @Nullable String error) {
        Long started = attributes.getAttribute(STARTED);
        Integer attempts = attributes.getAttribute(ATTEMPTS);
        Duration took = started == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - started);
        String operation = AwsService.operation(attributes);
        AwsService service = AwsService.of(attributes);
        Long size = attributes.getAttribute(SIZE);
        log.record(
                Instant.now().minus(took),
                service.backend(),
                operation,
                target(request),
                took,
                read,
                write,
                attempts == null ? 0 : Math.max(0, attempts - 1),
                error,
                command.later(service, operation, request, size == null ? ActivityLog.LONGEST_COMMAND : size));
    }

    private static String target(SdkRequest request) {
        for (String field : List.of("TableName", "UserPoolId")) {
            String value = request.getValueForField(field, String.class).orElse(null);
            if (value != null) {
                return value;
            }
        }
        String statement = statement(request);
        if (!statement.isEmpty()) {
            Matcher table = STATEMENT_TABLE.matcher(statement);
            return table.find() ? table.group(1) : "";
        }
        Object items = request.getValueForField("RequestItems", Object.class).orElse(null);
        Collection<?> tables = items instanceof java.util.Map<?, ?> map ? map.keySet() : List.of();
        return tables.isEmpty() ? "" : String.valueOf(tables.iterator().next());
    }

    /** The first statement of a request; empty if it has none. */
    private static String statement(SdkRequest request) {
        return switch (request) {
            case ExecuteStatementRequest one -> String.valueOf(one.statement());
            case BatchExecuteStatementRequest many when !many.statements().isEmpty() ->
                String.valueOf(many.statements().getFirst().statement());
            default -> "";
        };
    }
}
