package io.asyncflow.user.oauth.http;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.user.account.EmailAddress;
import io.asyncflow.user.account.PasswordCheck;
import io.asyncflow.user.account.PasswordCheck.Result;
import io.asyncflow.user.oauth.AuthorizationRequest;
import io.asyncflow.user.oauth.AuthorizationRequests;
import io.asyncflow.user.oauth.Codes;
import io.asyncflow.user.oauth.Consents;
import io.asyncflow.user.oauth.Inquiry;
import io.asyncflow.user.oauth.OAuthFault;
import io.asyncflow.user.oauth.OAuthLimits;
import io.asyncflow.user.oauth.http.Visit.SignedIn;
import io.asyncflow.user.password.Password;
import io.asyncflow.user.password.TooBusy;
import io.asyncflow.user.session.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The authorization endpoint: sign in, consent, and back to the client with a code. Each step reads the request anew; what
 * a browser keeps for us says only how far its user has come.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizePages {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final AuthorizationRequests requests;
    private final Visits visits;
    private final PasswordCheck passwords;
    private final Consents consents;
    private final Codes codes;
    private final OAuthLimits limits;
    private final Clock clock;

    AuthorizePages(
            AuthorizationRequests requests,
            Visits visits,
            PasswordCheck passwords,
            Consents consents,
            Codes codes,
            OAuthLimits limits,
            Clock clock) {
        this.requests = requests;
        this.visits = visits;
        this.passwords = passwords;
        this.consents = consents;
        this.codes = codes;
        this.limits = limits;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> authorizeRoutes() {
        return RouterFunctions.route()
                .GET("/oauth/authorize", this::begin)
                .POST(
                        "/oauth/authorize/sign-in",
                        request -> step(request, (visit, form) -> signIn(request, visit, form)))
                .POST(
                        "/oauth/authorize/consent",
                        request -> step(request, (visit, form) -> decide(request, visit, form)))
                .build();
    }

    private Mono<ServerResponse> begin(ServerRequest request) {
        String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        return limits.anybody().flatMap(verdict -> switch (verdict) {
            case Verdict.Allowed() -> inquired(request, query, asked -> signInPage(request, asked, query, ""));
            case Verdict.Refused _ -> {
                var words = Wording.of(request);
                yield Pages.problem(HttpStatus.TOO_MANY_REQUESTS, words, words.tooMany());
            }
        });
    }

    /** Goes on with a visit of this browser: nobody else can post our forms in its user's name. */
    private Mono<ServerResponse> step(
            ServerRequest request, BiFunction<Visit, Map<String, List<String>>, Mono<ServerResponse>> next) {
        return Forms.read(request)
                .map(AuthorizePages::fields)
                .flatMap(form -> visits.of(request, field(form, "csrf"), field(form, "request"))
                        .flatMap(visit -> next.apply(visit, form)))
                .switchIfEmpty(Mono.defer(() -> Pages.problem(HttpStatus.FORBIDDEN, Wording.of(request), "")))
                .onErrorResume(
                        OAuthFault.class,
                        fault -> Pages.problem(
                                HttpStatus.valueOf(Math.max(fault.error().getHTTPStatusCode(), 400)),
                                Wording.of(request),
                                Optional.ofNullable(fault.error().getDescription())
                                        .orElse("")));
    }

    private Mono<ServerResponse> signIn(ServerRequest request, Visit visit, Map<String, List<String>> form) {
        return inquired(
                request,
                visit.query(),
                asked -> checked(field(form, "email"), field(form, "password")).flatMap(result -> switch (result) {
                    // The code will open a session of the client's; the owner needs none of their own.
                    case Result.Right(var user, var credentials) ->
                        signedIn(request, asked, visit.query(), new SignedIn(user.id(), credentials, clock.instant()));
                    case Result.Wrong() ->
                        signInPage(
                                request,
                                asked,
                                visit.query(),
                                Wording.of(request).wrongPassword());
                    case Result.TooOften _ ->
                        signInPage(
                                request,
                                asked,
                                visit.query(),
                                Wording.of(request).tooMany());
                }));
    }

    /** What cannot be an address or a password is none that opens an account. */
    private Mono<Result> checked(String email, String password) {
        return Mono.defer(
                        () -> passwords.check(EmailAddress.parse("email", email), Password.given("password", password)))
                .onErrorResume(BadInput.class, _ -> Mono.just(new Result.Wrong()))
                .onErrorResume(TooBusy.class, _ -> Mono.just(new Result.TooOften(SOON)));
    }

    private Mono<ServerResponse> signedIn(
            ServerRequest request, AuthorizationRequest asked, String query, SignedIn owner) {
        return settled(asked, owner.user())
                .flatMap(settled -> settled ? sendBack(asked, owner) : consentPage(request, asked, query, owner));
    }

    private Mono<Boolean> settled(AuthorizationRequest asked, UserId user) {
        if (asked.askAgain()) {
            return Mono.just(false);
        }
        return asked.client().firstParty() ? Mono.just(true) : consents.cover(user, asked.client(), asked.scopes());
    }

    private Mono<ServerResponse> decide(ServerRequest request, Visit visit, Map<String, List<String>> form) {
        SignedIn owner = visit.signedIn();
        if (owner == null) {
            return Mono.empty();
        }
        return inquired(
                request,
                visit.query(),
                asked -> "allow".equals(field(form, "decision"))
                        ? agreed(asked, owner)
                        : redirect(asked.refused(OAuth2Error.ACCESS_DENIED)));
    }

    /** First the code: who is nobody any more consents to nothing. */
    private Mono<ServerResponse> agreed(AuthorizationRequest asked, SignedIn owner) {
        return issued(asked, owner)
                .flatMap(code -> consents.remember(owner.user(), asked.client(), asked.scopes())
                        .thenReturn(code))
                .flatMap(code -> redirect(asked.answered(code)));
    }

    private Mono<ServerResponse> inquired(
            ServerRequest request, String query, Function<AuthorizationRequest, Mono<ServerResponse>> good) {
        return requests.read(query).flatMap(inquiry -> switch (inquiry) {
            case Inquiry.Good(var asked) -> good.apply(asked);
            case Inquiry.Refused(var location) -> redirect(location);
            case Inquiry.Unsafe(var reason) -> Pages.problem(HttpStatus.BAD_REQUEST, Wording.of(request), reason);
        });
    }

    private Mono<ServerResponse> signInPage(
            ServerRequest request, AuthorizationRequest asked, String query, String problem) {
        Visit visit = Visits.begun(query);
        return visits.cookie(visit)
                .flatMap(cookie -> Pages.signIn(
                        ServerResponse.ok().cookie(cookie), Wording.of(request), asked, query, visit.csrf(), problem));
    }

    private Mono<ServerResponse> consentPage(
            ServerRequest request, AuthorizationRequest asked, String query, SignedIn owner) {
        Visit visit = Visits.goingOn(query, owner);
        return visits.cookie(visit)
                .flatMap(cookie -> Pages.consent(
                        ServerResponse.ok().cookie(cookie), Wording.of(request), asked, query, visit.csrf()));
    }

    private Mono<ServerResponse> sendBack(AuthorizationRequest asked, SignedIn owner) {
        return issued(asked, owner).map(asked::answered).flatMap(this::redirect);
    }

    private Mono<Secret> issued(AuthorizationRequest asked, SignedIn owner) {
        return codes.issue(asked, owner.user(), owner.credentials(), owner.at());
    }

    /** By 303, so that no browser posts to the client what it has posted to us. */
    private Mono<ServerResponse> redirect(URI location) {
        return ServerResponse.seeOther(location)
                .cookie(visits.over())
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static Map<String, List<String>> fields(HTTPRequest form) {
        try {
            return form.getBodyAsFormParameters();
        } catch (ParseException malformed) {
            throw OAuthFault.of(OAuth2Error.INVALID_REQUEST, "A form is expected");
        }
    }

    private static String field(Map<String, List<String>> form, String name) {
        List<String> values = form.getOrDefault(name, List.of(""));
        if (values.size() != 1) {
            throw OAuthFault.of(OAuth2Error.INVALID_REQUEST, "Each field may be given once");
        }
        return values.getFirst();
    }
}
