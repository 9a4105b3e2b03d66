/** Log lines: readable in development, JSON in production, each with its service, request and trace, secrets masked. */
@NullMarked
package io.asyncflow.service.logging;

import org.jspecify.annotations.NullMarked;
