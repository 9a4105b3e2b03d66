/** What the features share when they read rows. */
@NullMarked
package io.asyncflow.catalog.rows;

import org.jspecify.annotations.NullMarked;
