/** Relay connections over keyset pagination. */
@NullMarked
package io.asyncflow.support.paging;

import org.jspecify.annotations.NullMarked;
