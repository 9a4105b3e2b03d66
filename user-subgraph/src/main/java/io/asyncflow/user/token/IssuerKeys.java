package io.asyncflow.user.token;

import io.asyncflow.support.identity.KeySet;

/** The key that signs, and the public halves of all that a good token may be signed with. */
interface IssuerKeys extends SigningKey, KeySet {}
