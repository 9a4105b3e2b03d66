/** A Kafka broker from Maven artifacts, as a child process. */
@NullMarked
package io.asyncflow.embedded.kafka;

import org.jspecify.annotations.NullMarked;
