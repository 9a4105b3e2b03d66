/** A model of the data and of the subgraphs that have it, in memory. */
package io.asyncflow.gateway.planner.world;
