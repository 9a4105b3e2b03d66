package io.asyncflow.user.oauth;

import java.net.URI;

/** What is to be done about an authorization request. */
public sealed interface Inquiry {

    /** The user is to be asked. */
    record Good(AuthorizationRequest request) implements Inquiry {}

    /** The client is to be told what is wrong. */
    record Refused(URI location) implements Inquiry {}

    /** The user is to be told: nothing says that whoever is behind the redirection address is the client. */
    record Unsafe(String reason) implements Inquiry {}
}
