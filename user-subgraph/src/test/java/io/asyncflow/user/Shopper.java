package io.asyncflow.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.test.tester.GraphQlTester.Response;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

/** Somebody who has an account and is signed in to it. */
public record Shopper(UserId id, HttpGraphQlTester graph) {

    public static Shopper anew(HttpGraphQlTester graph) {
        return signedIn(new Visitor(graph), Visitor.anyEmail(), true);
    }

    /** Somebody whose account has that role. */
    public static Shopper with(Role role, HttpGraphQlTester graph, DatabaseClient database) {
        String email = Visitor.anyEmail();
        Shopper customer = signedIn(new Visitor(graph), email, true);
        var promotion = database.sql("update account set roles = array[:role] where id = :id")
                .bind("role", role.name())
                .bind("id", customer.id().uuid())
                .fetch()
                .rowsUpdated();
        StepVerifier.create(promotion).expectNext(1L).verifyComplete();
        return signedIn(new Visitor(graph), email, false);
    }

    public Response asks(String document) {
        return graph.document(document).execute();
    }

    /** Asks for something of an account, as the gateway does that has met it elsewhere. */
    public Response asksOf(UserId user, String fields) {
        return graph.document(
                        "query($of: [_Any!]!) { _entities(representations: $of) { ... on User { " + fields + " } } }")
                .variable("of", List.of(Map.of("__typename", "User", "id", user.toString())))
                .execute();
    }

    public static void assertError(Response answer, String code) {
        answer.errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", code)));
    }

    private static Shopper signedIn(Visitor visitor, String email, boolean isNew) {
        String token = isNew
                ? token(visitor.register(email, Visitor.PASSWORD), "customerCreate")
                : token(visitor.signIn(email, Visitor.PASSWORD), "customerAccessTokenCreate");
        var owner = visitor.with(token);
        String id = owner.me().path("me.id").entity(String.class).get();
        return new Shopper(UserId.parse("id", id), owner.graph());
    }

    private static String token(Response answer, String mutation) {
        return answer.path(mutation + ".accessToken").entity(String.class).get();
    }
}
