/** Mail: what is to be told, and how it gets to its reader whatever fails on the way. */
@NullMarked
package io.asyncflow.user.mail;

import org.jspecify.annotations.NullMarked;
