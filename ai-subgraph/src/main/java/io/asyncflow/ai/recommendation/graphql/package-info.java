/** Recommendations in the graph. */
@NullMarked
package io.asyncflow.ai.recommendation.graphql;

import org.jspecify.annotations.NullMarked;
