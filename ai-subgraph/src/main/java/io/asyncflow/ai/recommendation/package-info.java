/** What to show beside a product. */
@NullMarked
package io.asyncflow.ai.recommendation;

import org.jspecify.annotations.NullMarked;
