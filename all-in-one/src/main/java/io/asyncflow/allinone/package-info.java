/** The one-process mode: every service and the servers they need, in one JVM, behind {@code ./commerce}. */
@NullMarked
package io.asyncflow.allinone;

import org.jspecify.annotations.NullMarked;
