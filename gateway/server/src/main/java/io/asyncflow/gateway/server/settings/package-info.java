/** How a section of the gateway's configuration is written down as a record. */
@NullMarked
package io.asyncflow.gateway.server.settings;

import org.jspecify.annotations.NullMarked;
