/** The gateway's configuration: one YAML file, and the options of the command line that win over it. */
@NullMarked
package io.asyncflow.gateway.server.configuration;

import org.jspecify.annotations.NullMarked;
