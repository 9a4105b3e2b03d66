package io.asyncflow.user.token.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.support.errors.UserError;
import io.asyncflow.user.ErrorCode;
import io.asyncflow.user.role.Staff;
import io.asyncflow.user.token.IssuerKeys;
import io.asyncflow.user.token.Withdrawal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Withdrawing stolen keys. */
@DgsComponent
public class KeyFetchers {

    /** {@code SigningKeyRevokePayload} of the schema. */
    public record SigningKeyRevokePayload(@Nullable String revokedKeyId, List<UserError> userErrors) {}

    private static final Logger LOG = LoggerFactory.getLogger(KeyFetchers.class);
    private static final int LONGEST = 200;

    private final IssuerKeys keys;

    KeyFetchers(IssuerKeys keys) {
        this.keys = keys;
    }

    @DgsMutation
    public Mono<SigningKeyRevokePayload> signingKeyRevoke(@InputArgument String keyId) {
        return Staff.administrator()
                .flatMap(admin -> withdrawn(keyId)
                        .doOnNext(outcome -> LOG.warn("{} withdraws a signing key: {}", admin.id(), outcome)))
                .map(outcome -> switch (outcome) {
                    case DONE -> new SigningKeyRevokePayload(keyId, List.of());
                    case NO_SUCH_KEY -> refused(ErrorCode.NOT_FOUND, "There is no such key");
                    case CONFIGURED -> refused(ErrorCode.CONFLICT, "This key is withdrawn in the configuration");
                });
    }

    private Mono<Withdrawal> withdrawn(String keyId) {
        return keyId.length() > LONGEST || keyId.indexOf('\0') >= 0
                ? Mono.just(Withdrawal.NO_SUCH_KEY)
                : keys.revoke(keyId);
    }

    private static SigningKeyRevokePayload refused(ErrorCode code, String message) {
        return new SigningKeyRevokePayload(null, List.of(UserError.of(code, message, "keyId")));
    }
}
