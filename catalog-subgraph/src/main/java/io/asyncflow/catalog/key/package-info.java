/** How callers name things, and batches of what they name. */
@NullMarked
package io.asyncflow.catalog.key;

import org.jspecify.annotations.NullMarked;
