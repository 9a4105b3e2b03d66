package io.asyncflow.user.event.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Forbidden;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.events.DeadLetter;
import io.asyncflow.support.events.DeadLetters;
import io.asyncflow.support.events.EventId;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.ErrorCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What this service could not handle, for those who run the shop. */
@DgsComponent
public class DeadLetterFields {

    private static final int DEFAULT_PAGE = 20;

    private final DeadLetters letters;

    DeadLetterFields(DeadLetters letters) {
        this.letters = letters;
    }

    /** {@code DeadLetter} of the schema. */
    record Shown(
            EventId id,
            String group,
            String type,
            String key,
            JsonNode data,
            Instant happenedAt,
            Instant waitingSince,
            int attempts,
            String reason,
            int behind) {

        static Shown of(DeadLetter letter) {
            return new Shown(
                    letter.id(),
                    letter.group(),
                    letter.event().type(),
                    letter.event().key(),
                    JsonMapper.shared().readTree(letter.event().data()),
                    letter.event().at(),
                    letter.waitingSince(),
                    letter.attempts(),
                    letter.reason(),
                    Math.toIntExact(letter.behind()));
        }
    }

    /** {@code DeadLettersPayload} of the schema. */
    record Changed(int count, List<UserError> userErrors) {

        static Changed of(long count) {
            return new Changed(
                    Math.toIntExact(count),
                    count == 0
                            ? List.of(UserError.of(ErrorCode.NOT_FOUND, "None of these events is dead", "ids"))
                            : List.of());
        }
    }

    @DgsQuery
    public Mono<Connection<Shown>> userDeadLetters(
            @InputArgument @Nullable Integer first, @InputArgument @Nullable String after) {
        return admin().then(
                        Mono.defer(() -> letters.page(PageRequest.first(first == null ? DEFAULT_PAGE : first, after))))
                .map(page -> page.map(Shown::of));
    }

    @DgsMutation
    public Mono<Changed> userDeadLettersReplay(@InputArgument List<String> ids, @InputArgument @Nullable String group) {
        return admin().then(Mono.defer(() -> letters.replay(parsed(ids), group)))
                .map(Changed::of);
    }

    @DgsMutation
    public Mono<Changed> userDeadLettersDiscard(
            @InputArgument List<String> ids, @InputArgument @Nullable String group) {
        return admin().then(Mono.defer(() -> letters.discard(parsed(ids), group)))
                .map(Changed::of);
    }

    private static List<EventId> parsed(List<String> ids) {
        if (ids.isEmpty() || ids.size() > PageRequest.LARGEST) {
            throw new BadInput("ids", "must name between 1 and " + PageRequest.LARGEST + " events");
        }
        return ids.stream().map(id -> EventId.parse("ids", id)).toList();
    }

    private static Mono<Void> admin() {
        return Viewer.signedIn()
                .flatMap(viewer ->
                        viewer.has(Role.ADMIN) ? Mono.empty() : Mono.error(new Forbidden("This needs the role ADMIN")));
    }
}
