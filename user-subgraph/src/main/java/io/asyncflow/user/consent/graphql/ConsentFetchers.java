package io.asyncflow.user.consent.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.identity.Viewer;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.OwnerOnly;
import io.asyncflow.user.account.User;
import io.asyncflow.user.consent.Consent;
import io.asyncflow.user.consent.ConsentBook;
import io.asyncflow.user.consent.ConsentDecision;
import io.asyncflow.user.consent.ConsentTable;
import io.asyncflow.user.consent.PastDecision;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What somebody allows, for nobody else to see. */
@DgsComponent
public class ConsentFetchers {

    private static final int USUAL_PAGE = 20;

    private final ConsentBook consents;
    private final ConsentTable decisions;

    ConsentFetchers(ConsentBook consents, ConsentTable decisions) {
        this.consents = consents;
        this.decisions = decisions;
    }

    @DgsData(parentType = "User", field = "consents")
    public Mono<List<Consent>> consents(DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        return OwnerOnly.show(user.id(), environment, consents::of);
    }

    @DgsData(parentType = "User", field = "consentHistory")
    public Mono<Connection<PastDecision>> consentHistory(
            @InputArgument @Nullable Integer first,
            @InputArgument @Nullable String after,
            DgsDataFetchingEnvironment environment) {
        User user = environment.getSourceOrThrow();
        var page = PageRequest.first(Objects.requireNonNullElse(first, USUAL_PAGE), after);
        return OwnerOnly.show(user.id(), environment, owner -> decisions.history(owner, page));
    }

    @DgsData(parentType = "Consent", field = "currentVersion")
    public String currentVersion() {
        return consents.version();
    }

    @DgsMutation
    public Mono<ConsentPayload> consentUpdate(@InputArgument List<ConsentDecision> decisions) {
        return Viewer.signedIn().flatMap(viewer -> decide(viewer.id(), decisions));
    }

    private Mono<ConsentPayload> decide(UserId user, List<ConsentDecision> decided) {
        return consents.decide(user, decided)
                .flatMap(errors -> errors.isEmpty()
                        ? consents.of(user).map(now -> new ConsentPayload(now, errors))
                        : Mono.just(new ConsentPayload(null, errors)));
    }
}
