/** Binds YAML onto records, and prints records as YAML and as a JSON schema: it knows no setting in particular. */
@NullMarked
package io.asyncflow.gateway.server.configuration.binding;

import org.jspecify.annotations.NullMarked;
