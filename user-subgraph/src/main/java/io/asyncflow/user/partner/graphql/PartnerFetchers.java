package io.asyncflow.user.partner.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.InputCheck;
import io.asyncflow.user.partner.ApiKey;
import io.asyncflow.user.partner.ApiKeyId;
import io.asyncflow.user.partner.ApiKeyInput;
import io.asyncflow.user.partner.ApiKeys;
import io.asyncflow.user.partner.Partner;
import io.asyncflow.user.partner.PartnerId;
import io.asyncflow.user.partner.PartnerInput;
import io.asyncflow.user.partner.PartnerStatus;
import io.asyncflow.user.partner.Partners;
import io.asyncflow.user.role.Staff;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Partners and their keys, for administrators. */
@DgsComponent
public class PartnerFetchers {

    /** {@code PartnerPayload} of the schema. */
    public record PartnerPayload(@Nullable Partner partner, List<UserError> userErrors) {}

    /** {@code ApiKeyPayload} of the schema. */
    public record ApiKeyPayload(
            @Nullable ApiKey apiKey, @Nullable String secret, List<UserError> userErrors) {

        static ApiKeyPayload refused(List<UserError> errors) {
            return new ApiKeyPayload(null, null, errors);
        }

        /** The secret is one. */
        @Override
        public String toString() {
            return "ApiKeyPayload[" + apiKey + ", " + userErrors + "]";
        }
    }

    private final Partners partners;
    private final ApiKeys keys;
    private final Clock clock;

    PartnerFetchers(Partners partners, ApiKeys keys, Clock clock) {
        this.partners = partners;
        this.keys = keys;
        this.clock = clock;
    }

    @DgsQuery
    public Mono<Partner> partner(@InputArgument String id) {
        return Staff.administrator().flatMap(_ -> partners.byId(PartnerId.parse("id", id)));
    }

    @DgsQuery
    public Mono<Connection<Partner>> partners(@InputArgument Integer first, @InputArgument @Nullable String after) {
        return Staff.administrator().flatMap(_ -> partners.list(PageRequest.first(first, after)));
    }

    @DgsData(parentType = "Partner")
    public Mono<Connection<ApiKey>> apiKeys(
            DgsDataFetchingEnvironment environment,
            @InputArgument Integer first,
            @InputArgument @Nullable String after) {
        Partner partner = environment.getSourceOrThrow();
        return Staff.administrator().flatMap(_ -> keys.of(partner.id(), PageRequest.first(first, after)));
    }

    @DgsMutation
    public Mono<PartnerPayload> partnerCreate(@InputArgument PartnerInput input) {
        return Staff.administrator().flatMap(_ -> {
            var problems = input.problems();
            return problems.isEmpty()
                    ? partners.add(input).map(added -> new PartnerPayload(added, List.of()))
                    : Mono.just(new PartnerPayload(null, problems));
        });
    }

    @DgsMutation
    public Mono<PartnerPayload> partnerStatusSet(@InputArgument String id, @InputArgument PartnerStatus status) {
        return Staff.administrator().flatMap(_ -> {
            var problems = InputCheck.problems(() -> PartnerId.parse("id", id));
            return problems.isEmpty()
                    ? partners.become(PartnerId.parse("id", id), status)
                            .map(partner -> new PartnerPayload(partner, List.of()))
                            .defaultIfEmpty(new PartnerPayload(null, missing("There is no such partner", "id")))
                    : Mono.just(new PartnerPayload(null, problems));
        });
    }

    @DgsMutation
    public Mono<ApiKeyPayload> apiKeyCreate(@InputArgument ApiKeyInput input) {
        return Staff.administrator().flatMap(_ -> {
            var problems = input.problems(clock.instant());
            return problems.isEmpty() ? created(input) : Mono.just(ApiKeyPayload.refused(problems));
        });
    }

    @DgsMutation
    public Mono<ApiKeyPayload> apiKeyRevoke(@InputArgument String id) {
        return Staff.administrator().flatMap(_ -> {
            var problems = InputCheck.problems(() -> ApiKeyId.parse("id", id));
            return problems.isEmpty()
                    ? keys.revoke(ApiKeyId.parse("id", id))
                            .map(key -> new ApiKeyPayload(key, null, List.of()))
                            .defaultIfEmpty(ApiKeyPayload.refused(missing("There is no such key", "id")))
                    : Mono.just(ApiKeyPayload.refused(problems));
        });
    }

    private Mono<ApiKeyPayload> created(ApiKeyInput input) {
        return partners.byId(PartnerId.parse("partnerId", input.partnerId()))
                .flatMap(_ -> keys.create(input))
                .map(fresh -> new ApiKeyPayload(fresh.key(), fresh.text(), List.of()))
                .defaultIfEmpty(ApiKeyPayload.refused(missing("There is no such partner", "input", "partnerId")));
    }

    private static List<UserError> missing(String message, String... field) {
        return List.of(UserError.of(ErrorCode.NOT_FOUND, message, field));
    }
}
