package io.asyncflow.support.events;

import java.util.Map;

/** What a bus is made of: real servers, which tests stop and start again. */
interface BusServers {

    /** What leads a service to the bus. */
    Map<String, String> settings();

    /** They go away and come back with what they kept. */
    void restart();

    /** The process of the server. */
    long pid();
}
