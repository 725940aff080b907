package dev.switchboard.users;

import dev.switchboard.aws.AwsClients;
import dev.switchboard.aws.RetryBackoff;
import dev.switchboard.aws.ServerTime;
import dev.switchboard.failure.OperationFailedException;
import dev.switchboard.job.Poller;
import dev.switchboard.job.Progress;
import dev.switchboard.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TooManyRequestsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The Cognito user pool. */
public final class UserPool {
    private static final Messages TEXT = Messages.of(UserPool.class);
    /** The maximum that Cognito allows. */
    private static final int PAGE = 60;

    /** The total wait is half a minute, long enough for a per-second quota to recover. */
    private static final int MOST_WAITS = 8;

    private final AwsClients clients;
    private final Supplier<String> poolId;

    /** @param poolId called for each request; may start the local user pool */
    public UserPool(AwsClients clients, Supplier<String> poolId) {
        this.clients = clients;
        this.poolId = poolId;
    }

    /**
     * Returns all users. Only a missing token ends the list; a page may be short or even empty.
     *
     * @throws OperationFailedException if the user pool returns the same token twice, because the list would never end
     */
    public List<PoolUser> all(Progress progress) {
        String id = poolId.get();
        progress.step(TEXT.get("pool.step"));
        Map<String, PoolUser> users = new LinkedHashMap<>();
        Set<String> tokens = new HashSet<>();
        Iterator<ListUsersResponse> pages = clients.cognito().listUsersPaginator(b -> b.userPoolId(id).limit(PAGE)).iterator();
        while (pages.hasNext()) {
            progress.stopIfCancelled();
            ListUsersResponse page = next(pages, progress);
            // If the user pool changes meanwhile, a user can appear on two pages.
            page.users().stream().map(UserPool::read).forEach(user -> users.put(user.username() + '\n' + user.cognitoSub(), user));
            progress.advance(users.size(), Progress.UNKNOWN);
            @Nullable String token = page.paginationToken();
            if (token != null && !tokens.add(token)) {
                throw new OperationFailedException(TEXT.get("pool.loop", users.size()), TEXT.get("pool.loop.remedy"));
            }
        }
        return new ArrayList<>(users.values());
    }

    /** Returns the clock of the server, to a second; empty if it does not tell it. One request. */
    public Optional<Instant> serverTime() {
        String id = poolId.get();
        return ServerTime.of(() -> clients.cognito().describeUserPool(request -> request.userPoolId(id)));
    }

    /**
     * Users of the pool.
     *
     * @param complete whether these are all of them
     */
    public record PoolPage(List<PoolUser> users, boolean complete) {}

    /** Returns the users on the first page. */
    public PoolPage firstPage() {
        String id = poolId.get();
        ListUsersResponse page = clients.cognito().listUsers(request -> request.userPoolId(id).limit(PAGE));
        return new PoolPage(page.users().stream().map(UserPool::read).toList(), page.paginationToken() == null);
    }

    /**
     * Whether exactly one user of the pool has a handle, and a {@code sub}, so that a sync could take it over. One request, however large
     * the pool is.
     */
    public boolean hasOne(String handle) {
        String id = poolId.get();
        String filter = "preferred_username = \"" + handle.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        List<PoolUser> found = clients.cognito().listUsers(request -> request.userPoolId(id).filter(filter).limit(PAGE)).users().stream()
                .map(UserPool::read)
                // The filter of a pool may ignore case; handles do not.
                .filter(user -> handle.equals(user.handle()))
                .toList();
        return found.size() == 1 && found.getFirst().cognitoSub() != null;
    }

    /** Returns a description with the user pool's name, ID and size. */
    public String describe() {
        String id = poolId.get();
        UserPoolType pool = clients.cognito().describeUserPool(request -> request.userPoolId(id)).userPool();
        int size = pool.estimatedNumberOfUsers() == null ? 0 : pool.estimatedNumberOfUsers();
        return TEXT.get("pool.description", Objects.requireNonNullElse(pool.name(), id), id, size);
    }

    /** The SDK retries only a few times, and the account's quota is shared with the application. */
    private static ListUsersResponse next(Iterator<ListUsersResponse> pages, Progress progress) {
        for (int failed = 1;; failed++) {
            try {
                return pages.next();
            } catch (TooManyRequestsException e) {
                if (failed > MOST_WAITS) {
                    throw e;
                }
                progress.step(TEXT.get("pool.wait"));
                Poller.pause(RetryBackoff.QUOTA_EXCEEDED.delay(failed), progress);
            }
        }
    }

    private static PoolUser read(UserType user) {
        return new PoolUser(
                Objects.requireNonNullElse(user.username(), ""),
                attribute(user, "sub"),
                attribute(user, "preferred_username"),
                attribute(user, "email"),
                user.userStatusAsString() == null ? "UNKNOWN" : user.userStatusAsString(),
                Boolean.TRUE.equals(user.enabled()));
    }

    private static @Nullable String attribute(UserType user, String name) {
        for (AttributeType attribute : user.attributes()) {
            if (name.equals(attribute.name())) {
                @Nullable String value = attribute.value();
                return value == null || value.isBlank() ? null : value;
            }
        }
        return null;
    }
}
