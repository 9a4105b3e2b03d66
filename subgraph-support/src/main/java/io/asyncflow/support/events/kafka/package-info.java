/** Events on Kafka. */
@NullMarked
package io.asyncflow.support.events.kafka;

import org.jspecify.annotations.NullMarked;
