package io.asyncflow.order;

import io.asyncflow.support.identity.UserId;

/** Stands for an account, of which the user service knows more. */
public record User(UserId id) {}
