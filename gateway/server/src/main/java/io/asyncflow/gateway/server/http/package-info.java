/** GraphQL over HTTP: reads requests, has them answered, and writes answers, whole or in parts. */
@NullMarked
package io.asyncflow.gateway.server.http;

import org.jspecify.annotations.NullMarked;
