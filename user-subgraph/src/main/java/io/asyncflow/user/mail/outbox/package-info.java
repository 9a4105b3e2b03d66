/** Mail that is shown instead of sent, for development. */
@NullMarked
package io.asyncflow.user.mail.outbox;

import org.jspecify.annotations.NullMarked;
