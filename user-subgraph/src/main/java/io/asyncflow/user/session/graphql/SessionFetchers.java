package io.asyncflow.user.session.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.user.session.Sessions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Signing out. */
@DgsComponent
public class SessionFetchers {

    /** {@code SignOutPayload} of the schema. */
    public record SignOutPayload(List<UserError> userErrors) {}

    private static final SignOutPayload DONE = new SignOutPayload(List.of());

    private final Sessions sessions;

    SessionFetchers(Sessions sessions) {
        this.sessions = sessions;
    }

    @DgsMutation
    public Mono<SignOutPayload> signOut(@InputArgument @Nullable String refreshToken) {
        Mono<Void> closed = refreshToken == null
                ? Viewer.signedIn().mapNotNull(Viewer.SignedIn::session).flatMap(sessions::close)
                : sessions.close(refreshToken, Optional.empty());
        return closed.thenReturn(DONE);
    }

    @DgsMutation
    public Mono<SignOutPayload> signOutEverywhere() {
        return Viewer.signedIn()
                .flatMap(viewer -> sessions.closeAll(viewer.id()))
                .thenReturn(DONE);
    }
}
