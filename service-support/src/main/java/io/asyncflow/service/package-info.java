/** What every service of the system shares, the gateway and the subgraphs alike: start, requests, health, logs. */
@NullMarked
package io.asyncflow.service;

import org.jspecify.annotations.NullMarked;
