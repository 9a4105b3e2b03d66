/** Accounts: who has one, how it is opened, how its owner gets in. */
@NullMarked
package io.asyncflow.user.account;

import org.jspecify.annotations.NullMarked;
