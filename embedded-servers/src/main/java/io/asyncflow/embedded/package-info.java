/** Real PostgreSQL and Redis servers from Maven artifacts, for development and tests. */
@NullMarked
package io.asyncflow.embedded;

import org.jspecify.annotations.NullMarked;
