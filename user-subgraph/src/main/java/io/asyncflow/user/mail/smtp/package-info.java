/** Mail over SMTP. */
@NullMarked
package io.asyncflow.user.mail.smtp;

import org.jspecify.annotations.NullMarked;
