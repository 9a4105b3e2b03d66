package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.merge.directive.Requirements;

/** What a client needs to see an element. */
record AccessRequirement(boolean authenticated, Requirements scopes, Requirements policies) {

    AccessRequirement and(AccessRequirement other) {
        return new AccessRequirement(
                authenticated || other.authenticated, scopes.and(other.scopes), policies.and(other.policies));
    }

    /** Whether a client that meets this one meets the other too. */
    boolean imply(AccessRequirement other) {
        return (authenticated || !other.authenticated) && scopes.imply(other.scopes) && policies.imply(other.policies);
    }
}
