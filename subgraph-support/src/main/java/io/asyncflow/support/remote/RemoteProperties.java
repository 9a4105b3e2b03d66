package io.asyncflow.support.remote;

import java.net.URI;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * Another service's graph, and how patient we are with it.
 *
 * @param url its {@code /graphql}
 * @param timeout how long one attempt may take
 * @param maxResponse the largest answer that is read
 */
public record RemoteProperties(URI url, Duration timeout, DataSize maxResponse) {}
